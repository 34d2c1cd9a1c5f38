package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.account.Terms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Conditions générales d'utilisation »: to read, to download, to accept. */
@Controller
class TermsController {

    private static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final Terms terms;

    TermsController(Terms terms) {
        this.terms = terms;
    }

    @GetMapping("/terms")
    String read(
            @RequestParam(name = "next", defaultValue = "/") String next,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        model.addAttribute("terms", terms.text(terms.latest(), locale).orElseThrow());
        model.addAttribute("standing", standing(request));
        model.addAttribute("next", Entrance.local(next));
        return "account/terms";
    }

    @GetMapping("/terms/text")
    ResponseEntity<String> download(@RequestParam(name = "version", defaultValue = "0") int version, Locale locale) {
        return terms.text(version == 0 ? terms.latest() : version, locale)
                .map(text -> ResponseEntity.ok()
                        .contentType(PLAIN)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("conditions-" + text.version() + "-" + text.language() + ".txt")
                                        .build()
                                        .toString())
                        .body(text.content() + "\n"))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/terms/accept")
    String accept(
            @SignedIn Person person,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestParam(name = "next", defaultValue = "/") String next) {
        terms.accept(person, version);
        return "redirect:" + Entrance.local(next);
    }

    private Terms.@Nullable Standing standing(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person ? terms.standing(person.id()) : null;
    }
}
