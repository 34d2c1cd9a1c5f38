package fr.pli.exchange.account.web;

import fr.pli.exchange.account.ApiToken;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.DirectorySettings;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Scope;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own API tokens (P-2). A new one is shown in the answer to the form that made it, and never again. */
@Controller
class TokenPages {

    private static final int USUAL_DAYS = 90;

    private static final Map<DirectoryRefusal, String> FIELDS = Map.of(
            DirectoryRefusal.TOKEN_LABEL_REQUIRED, "label",
            DirectoryRefusal.TOKEN_LABEL_TOO_LONG, "label",
            DirectoryRefusal.TOKEN_SCOPE_REQUIRED, "scopes",
            DirectoryRefusal.TOKEN_SCOPE_UNKNOWN, "scopes",
            DirectoryRefusal.TOKEN_END_INVALID, "days");

    private final ApiTokens tokens;
    private final DirectorySettings settings;
    private final Sentences sentences;
    private final Clock clock;

    TokenPages(ApiTokens tokens, DirectorySettings settings, Sentences sentences, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/account/tokens")
    String list(@SignedIn Person me, Model model) {
        return page(me, model, "", List.of(), Integer.toString(Math.min(USUAL_DAYS, settings.tokenMaxDays())));
    }

    @PostMapping("/account/tokens")
    String create(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String days,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            model.addAttribute(
                    "fresh", tokens.create(me, label, scopes, number(days)).clear());
            response.setHeader("Cache-Control", "no-store");
            return list(me, model);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            String field = refused.refusal() instanceof DirectoryRefusal refusal ? FIELDS.get(refusal) : null;
            String sentence = sentences.of(refused, locale);
            if (field == null) {
                model.addAttribute("refusal", sentence);
            } else {
                model.addAttribute("errors", Map.of(field, sentence));
            }
            return page(me, model, label, scopes, days);
        }
    }

    @GetMapping("/account/tokens/{id}/revoke")
    String ask(@SignedIn Person me, @PathVariable UUID id, Model model) {
        model.addAttribute("token", found(me, id));
        return "account/token-revoke";
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@SignedIn Person me, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        String label = found(me, id).label();
        tokens.revoke(me, id);
        redirect.addFlashAttribute("done", sentences.of("account.tokens.done.revoke", locale, label));
        return "redirect:/account/tokens";
    }

    private String page(Person me, Model model, String label, List<String> scopes, String days) {
        model.addAttribute("tokens", tokens.of(me));
        model.addAttribute("now", clock.instant());
        model.addAttribute("allScopes", Scope.values());
        model.addAttribute("maxDays", settings.tokenMaxDays());
        model.addAttribute("label", label);
        model.addAttribute("chosen", scopes);
        model.addAttribute("days", days);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return "account/tokens";
    }

    private ApiToken found(Person me, UUID id) {
        return tokens.of(me).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    /** Anything that is no number is no valid number of days. */
    private static int number(@Nullable String days) {
        try {
            return days == null ? 0 : Integer.parseInt(days.strip());
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
