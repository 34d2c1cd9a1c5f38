package fr.pli.exchange.factor.web;

import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SecondStep;
import fr.pli.exchange.account.SecondTries.Try;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignIn;
import fr.pli.exchange.factor.Factor;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.Passkeys;
import fr.pli.exchange.factor.RecoveryCodes;
import fr.pli.exchange.factor.SecondProof;
import fr.pli.exchange.factor.web.Challenges.Purpose;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in: nothing else answers a browser that is half way. */
@Controller
@RequestMapping("/sign-in/second")
class SecondStepPages {

    private final Sessions sessions;
    private final Factors factors;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final SecondProof proof;
    private final Challenges challenges;
    private final Entrance entrance;
    private final MessageSource messages;

    SecondStepPages(
            Sessions sessions,
            Factors factors,
            Passkeys passkeys,
            RecoveryCodes codes,
            SecondProof proof,
            Challenges challenges,
            Entrance entrance,
            MessageSource messages) {
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.codes = codes;
        this.proof = proof;
        this.challenges = challenges;
        this.entrance = entrance;
        this.messages = messages;
    }

    @GetMapping
    String form(HttpServletRequest request, Model model) {
        return halfWay(request).map(half -> page(half.person(), request, model)).orElse("redirect:/sign-in?expired");
    }

    @PostMapping("/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        return step(attempt -> proof.byCode(attempt, code), request, response, model, locale);
    }

    @PostMapping("/recovery")
    String recovery(
            @RequestParam(defaultValue = "") String recovery,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        return step(attempt -> proof.byRecoveryCode(attempt, recovery), request, response, model, locale);
    }

    /** @param credential what the passkey answered, as JSON */
    @PostMapping("/passkey")
    String passkey(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        String challenge = challenges.take(request, Purpose.PROVE);
        return step(attempt -> proof.byPasskey(attempt, challenge, credential), request, response, model, locale);
    }

    private String step(
            Function<Try, SignIn.Entered> proved,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Sessions.HalfWay half = halfWay(request).orElse(null);
        if (half == null) {
            return "redirect:/sign-in?expired";
        }
        try {
            entrance.enter(proved.apply(Enrolling.attempt(half.person(), request)), request, response);
            return "redirect:" + half.next();
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return page(half.person(), request, model);
        }
    }

    /** Only who owes a proof; who owes an enrolment has nothing to prove here. */
    private Optional<Sessions.HalfWay> halfWay(HttpServletRequest request) {
        return sessions.halfWay(request).filter(half -> factors.need(half.person()) == SecondStep.Need.PROVE);
    }

    private String page(Person person, HttpServletRequest request, Model model) {
        List<Factor> usable = factors.of(person).stream().filter(Factor::usable).toList();
        boolean keys = usable.stream().anyMatch(factor -> factor.kind() == Factor.Kind.PASSKEY);
        model.addAttribute("apps", usable.stream().anyMatch(factor -> factor.kind() == Factor.Kind.TOTP));
        model.addAttribute("passkeys", keys);
        model.addAttribute("recovery", codes.left(person.id()) > 0);
        if (keys) {
            model.addAttribute("options", passkeys.request(person, challenges.give(request, Purpose.PROVE)));
        }
        return "factor/second";
    }
}
