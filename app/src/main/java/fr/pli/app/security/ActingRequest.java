package fr.pli.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A page asked for under {@code /for/<giver>}: the same pages, the prefix being their context path, so that every link,
 * form and redirect of theirs keeps it.
 */
final class ActingRequest extends HttpServletRequestWrapper {

    private final String prefix;

    ActingRequest(HttpServletRequest request, String prefix) {
        super(request);
        this.prefix = prefix;
    }

    @Override
    public String getContextPath() {
        return prefix;
    }

    @Override
    public String getServletPath() {
        return super.getServletPath().substring(prefix.length());
    }
}
