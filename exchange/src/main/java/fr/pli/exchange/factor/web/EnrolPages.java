package fr.pli.exchange.factor.web;

import fr.pli.exchange.factor.CodeApps;
import fr.pli.exchange.factor.Factor;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.Passkeys;
import fr.pli.exchange.factor.web.Challenges.Purpose;
import fr.pli.exchange.factor.web.Enrolling.Who;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting a second factor up, in the account page or right after the password where the profile must have one. */
@Controller
class EnrolPages {

    private static final String OVER = "redirect:/sign-in?expired";

    private final Enrolling enrolling;
    private final Factors factors;
    private final CodeApps apps;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final MessageSource messages;
    private final boolean demo;

    EnrolPages(
            Enrolling enrolling,
            Factors factors,
            CodeApps apps,
            Passkeys passkeys,
            Challenges challenges,
            MessageSource messages,
            @Value("${pli.demo:false}") boolean demo) {
        this.enrolling = enrolling;
        this.factors = factors;
        this.apps = apps;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.messages = messages;
        this.demo = demo;
    }

    @GetMapping({Enrolling.ACCOUNT, Enrolling.SIGN_IN})
    String choose(HttpServletRequest request, Model model) {
        return page(request, model, who -> "factor/choose");
    }

    @GetMapping({Enrolling.ACCOUNT + "/totp", Enrolling.SIGN_IN + "/totp"})
    String app(HttpServletRequest request, Model model) {
        return page(request, model, who -> app(who, "", model));
    }

    /** Shows a secret, a new one each time. */
    @PostMapping({Enrolling.ACCOUNT + "/totp", Enrolling.SIGN_IN + "/totp"})
    String beginApp(HttpServletRequest request) {
        return enrolling
                .who(request)
                .map(who -> {
                    apps.begin(who.person());
                    return "redirect:" + who.base() + "/totp";
                })
                .orElse(OVER);
    }

    @PostMapping({Enrolling.ACCOUNT + "/totp/confirm", Enrolling.SIGN_IN + "/totp/confirm"})
    String confirmApp(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Who who = enrolling.who(request).orElse(null);
        if (who == null) {
            return OVER;
        }
        try {
            apps.confirm(who.person(), code, label);
            return enrolling.done(who, Factor.Kind.TOTP, request, response);
        } catch (RefusedException refused) {
            refuse(refused, response, model, locale);
            return page(request, model, again -> app(again, label, model));
        }
    }

    @GetMapping({Enrolling.ACCOUNT + "/passkey", Enrolling.SIGN_IN + "/passkey"})
    String passkey(HttpServletRequest request, Model model) {
        return page(request, model, who -> passkey(who, "", request, model));
    }

    /** @param credential what the browser made, as JSON */
    @PostMapping({Enrolling.ACCOUNT + "/passkey", Enrolling.SIGN_IN + "/passkey"})
    String addPasskey(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        String challenge = challenges.take(request, Purpose.ADD);
        Who who = enrolling.who(request).orElse(null);
        if (who == null) {
            return OVER;
        }
        try {
            passkeys.add(who.person(), challenge, credential, label);
            return enrolling.done(who, Factor.Kind.PASSKEY, request, response);
        } catch (RefusedException refused) {
            refuse(refused, response, model, locale);
            return page(request, model, again -> passkey(again, label, request, model));
        }
    }

    private String app(Who who, String label, Model model) {
        model.addAttribute("label", label);
        model.addAttribute("setup", apps.begun(who.person()).orElse(null));
        model.addAttribute("demo", demo);
        return "factor/totp";
    }

    private String passkey(Who who, String label, HttpServletRequest request, Model model) {
        model.addAttribute("label", label);
        model.addAttribute("options", passkeys.creation(who.person(), challenges.give(request, Purpose.ADD)));
        return "factor/passkey";
    }

    private String page(HttpServletRequest request, Model model, Function<Who, String> view) {
        return enrolling
                .who(request)
                .map(who -> {
                    model.addAttribute("base", who.base());
                    model.addAttribute("signedIn", who.signedIn());
                    model.addAttribute("required", factors.required(who.person()));
                    return view.apply(who);
                })
                .orElse(OVER);
    }

    private void refuse(RefusedException refused, HttpServletResponse response, Model model, Locale locale) {
        response.setStatus(refused.refusal().status());
        model.addAttribute(
                "refusal", messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
    }
}
