package fr.pli.app.web;

import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Renders every refusal: problem+json for programs, a page with its sentence for people. */
@ControllerAdvice
class RefusalAdvice {

    private final Problems problems;
    private final LayoutModel layout;

    RefusalAdvice(Problems problems, LayoutModel layout) {
        this.problems = problems;
        this.layout = layout;
    }

    @ExceptionHandler
    Object refused(RefusedException refused, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(refused.refusal().status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(problems.problem(refused.refusal(), refused.arguments(), locale));
        }
        var page = new ModelAndView("refusal");
        page.setStatus(HttpStatusCode.valueOf(refused.refusal().status()));
        page.addObject("sentence", problems.sentence(refused.refusal(), refused.arguments(), locale));
        page.addObject("institution", layout.institution(request));
        page.addObject("me", layout.me(request));
        page.addObject("banners", layout.banners(request));
        return page;
    }
}
