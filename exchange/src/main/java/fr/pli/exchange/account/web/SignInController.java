package fr.pli.exchange.account.web;

import fr.pli.exchange.account.CardDoor;
import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SecondStep;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door of e-mail and password, and the way out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Entrance entrance;
    private final Sessions sessions;
    private final CardDoor cards;
    private final MessageSource messages;

    SignInController(SignIn signIn, Entrance entrance, Sessions sessions, CardDoor cards, MessageSource messages) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.sessions = sessions;
        this.cards = cards;
        this.messages = messages;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(name = "as", defaultValue = "") String as,
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestParam(name = "expired", required = false) @Nullable String expired,
            @RequestParam(name = "out", required = false) @Nullable String out,
            @RequestParam(name = "chosen", required = false) @Nullable String chosen,
            HttpServletRequest request,
            Model model) {
        if (request.getAttribute("me") != null) {
            return "redirect:" + Entrance.local(next);
        }
        if (as.equals("certificate") && cards.open()) {
            return "redirect:/sign-in/card"
                    + (next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
        model.addAttribute("as", as);
        model.addAttribute("next", next);
        model.addAttribute("email", "");
        model.addAttribute("expired", expired != null);
        model.addAttribute("out", out != null);
        model.addAttribute("chosen", chosen != null);
        return "account/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "as", defaultValue = "") String as,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            return switch (signIn.withPassword(
                    new SignIn.Attempt(email, password, request.getRemoteAddr(), Entrance.device(request)))) {
                case SignIn.Entered entered -> {
                    entrance.enter(entered, request, response);
                    yield "redirect:" + Entrance.local(next);
                }
                case SignIn.HalfWay halfWay -> {
                    sessions.begin(request, halfWay.person(), Entrance.local(next));
                    yield halfWay.need() == SecondStep.Need.PROVE
                            ? "redirect:/sign-in/second"
                            : "redirect:/sign-in/enrol";
                }
            };
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            model.addAttribute("as", as);
            model.addAttribute("next", next);
            model.addAttribute("email", email.length() > 254 ? "" : email);
            model.addAttribute("expired", false);
            model.addAttribute("out", false);
            model.addAttribute("chosen", false);
            return "account/sign-in";
        }
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        if (request.getAttribute("me") instanceof Person person) {
            signIn.left(person);
        }
        sessions.close(request);
        return "redirect:/sign-in?out";
    }
}
