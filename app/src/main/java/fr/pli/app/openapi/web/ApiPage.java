package fr.pli.app.openapi.web;

import fr.pli.app.openapi.CallPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « Interface de programmation », open to everybody, without any script (P-1). */
@Controller
class ApiPage {

    private final CallPages calls;

    ApiPage(CallPages calls) {
        this.calls = calls;
    }

    @GetMapping("/api")
    String page(HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("sections", calls.all(request, locale));
        return "openapi/api";
    }
}
