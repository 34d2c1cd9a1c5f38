package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.Courts;
import fr.pli.exchange.certificate.HeldCertificate;
import fr.pli.exchange.certificate.RegistrationForm;
import fr.pli.exchange.certificate.Registrations;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Formulaire d'inscription », and the link that confirms the address (C-3). */
@Controller
class RegistrationPages {

    private static final String APPEAL = "Cour d'appel";

    private final NewCardPages visit;
    private final Registrations registrations;
    private final Courts courts;
    private final Specialties specialties;
    private final Words words;

    RegistrationPages(
            NewCardPages visit, Registrations registrations, Courts courts, Specialties specialties, Words words) {
        this.visit = visit;
        this.registrations = registrations;
        this.courts = courts;
        this.specialties = specialties;
        this.words = words;
    }

    @GetMapping("/new-card/registration")
    String form(HttpServletRequest request, Model model) {
        return visit.unknown(request)
                .map(certificate -> form(certificate, RegistrationForm.empty(), Map.of(), model))
                .orElse("redirect:/sign-in/card");
    }

    @PostMapping("/new-card/registration")
    String register(
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(defaultValue = "") String landline,
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String postal,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = "") String court,
            @RequestParam(defaultValue = "") String appealCourt,
            @RequestParam(name = "specialties", required = false) @Nullable List<String> chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        HeldCertificate certificate = visit.unknown(request).orElse(null);
        if (certificate == null) {
            return "redirect:/sign-in/card";
        }
        var typed = new RegistrationForm(
                firstName,
                lastName,
                landline,
                mobile,
                email,
                postal,
                profile,
                court,
                appealCourt,
                chosen == null ? List.of() : chosen);
        Map<String, RefusedException> flaws = registrations.flaws(typed);
        if (!flaws.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(certificate, typed, words.byField(flaws, locale), model);
        }
        try {
            registrations.ask(certificate.id(), typed, locale);
        } catch (RefusedException refused) {
            words.refuse(refused, response, model, locale);
            return form(certificate, typed, Map.of(), model);
        }
        return "redirect:/new-card/sent";
    }

    @GetMapping("/new-card/sent")
    String sent() {
        return "certificate/sent";
    }

    @GetMapping("/registration/{token}")
    String offer(@PathVariable String token, HttpServletResponse response, Model model) {
        return registrations
                .offer(token)
                .map(offer -> {
                    model.addAttribute("token", token);
                    model.addAttribute("offer", offer);
                    return "certificate/confirm";
                })
                .orElseGet(() -> dead(response));
    }

    @PostMapping("/registration/{token}")
    String confirm(@PathVariable String token, HttpServletResponse response, Model model, Locale locale) {
        if (registrations.offer(token).isEmpty()) {
            return dead(response);
        }
        try {
            registrations.confirm(token);
            return "certificate/confirmed";
        } catch (RefusedException refused) {
            words.refuse(refused, response, model, locale);
            return "certificate/dead";
        }
    }

    private String form(HeldCertificate certificate, RegistrationForm typed, Map<String, String> errors, Model model) {
        model.addAttribute("certificate", certificate);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("profiles", RegistrationForm.PROFILES);
        model.addAttribute("courts", courts.labels());
        model.addAttribute(
                "appealCourts",
                courts.labels().stream()
                        .filter(label -> label.startsWith(APPEAL))
                        .toList());
        model.addAttribute("headings", specialties.headings());
        return "certificate/registration";
    }

    private static String dead(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "certificate/dead";
    }
}
