package fr.pli.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last word when nothing else answered: a page for people, problem+json for programs, never a stack trace. */
@Controller
class ErrorPages implements ErrorController {

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    /** Nothing is added to an answer that has begun: what would be read as the end of a file is left out. */
    @RequestMapping("/error")
    @Nullable
    Object error(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (response.isCommitted()) {
            return null;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.problem(status, locale));
        }
        var page = new ModelAndView("refusal");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("sentence", problems.sentence(status, locale));
        return page;
    }
}
