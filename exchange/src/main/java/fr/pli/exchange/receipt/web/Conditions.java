package fr.pli.exchange.receipt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conditions of a request against a strong validator (RFC 9110, section 13); there are no dates to compare. */
final class Conditions {

    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    private final HttpServletRequest request;
    private final String tag;

    Conditions(HttpServletRequest request, String tag) {
        this.request = request;
        this.tag = tag;
    }

    /** If-Match names other bytes: 412. */
    boolean failed() {
        List<String> values = values("If-Match");
        return !values.isEmpty() && values.stream().noneMatch(value -> any(value) || strong(value));
    }

    /** If-None-Match names these bytes: 304. */
    boolean notModified() {
        return values("If-None-Match").stream().anyMatch(value -> any(value) || weak(value));
    }

    /** A Range is honoured without If-Range, or when that names exactly these bytes. */
    boolean rangeHolds() {
        String ifRange = request.getHeader("If-Range");
        return ifRange == null || ifRange.strip().equals(tag);
    }

    private List<String> values(String header) {
        return Collections.list(request.getHeaders(header));
    }

    private static boolean any(String value) {
        return value.strip().equals("*");
    }

    private boolean strong(String value) {
        return TAG.matcher(value).results().anyMatch(match -> match.group(1) == null && same(match));
    }

    private boolean weak(String value) {
        return TAG.matcher(value).results().anyMatch(this::same);
    }

    private boolean same(MatchResult match) {
        @Nullable String named = match.group(2);
        return tag.equals(named);
    }
}
