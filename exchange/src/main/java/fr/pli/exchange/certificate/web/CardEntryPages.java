package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.CardDoor;
import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.certificate.CardLinks;
import fr.pli.exchange.certificate.CardSignIn;
import fr.pli.exchange.certificate.CardTickets;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From the main door to the card door and back (C-1, C-2). */
@Controller
class CardEntryPages {

    private final CardDoor door;
    private final CardLinks links;
    private final CardSignIn signIn;
    private final Entrance entrance;
    private final Words words;

    CardEntryPages(CardDoor door, CardLinks links, CardSignIn signIn, Entrance entrance, Words words) {
        this.door = door;
        this.links = links;
        this.signIn = signIn;
        this.entrance = entrance;
        this.words = words;
    }

    /** Leads to the card door; what is left here is a cookie that proves nothing. */
    @GetMapping("/sign-in/card")
    String lead(
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getAttribute("me") != null) {
            return "redirect:" + Entrance.local(next);
        }
        if (!door.open()) {
            return "redirect:/sign-in?as=certificate";
        }
        CardCookies.forgetLink(response);
        return "redirect:" + toCard(Entrance.local(next), response);
    }

    /** What the card door posts. The nonce of the cookie stands for the form's token: no other page knows its hash. */
    @PostMapping("/sign-in/card/enter")
    String enter(
            @RequestParam(name = "ticket", defaultValue = "") String ticket,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            if (!CardCookies.link(request).isEmpty()) {
                signIn.present(ticket, CardCookies.nonce(request));
                return "redirect:/new-card/attach";
            }
            return signIn.with(ticket, CardCookies.nonce(request), Entrance.device(request))
                    .map(entered -> {
                        entrance.enter(entered, request, response);
                        CardCookies.forget(response);
                        return "redirect:" + Entrance.local(next);
                    })
                    .orElse("redirect:/new-card");
        } catch (RefusedException refused) {
            words.refuse(refused, response, model, locale);
            return "certificate/again";
        }
    }

    /** The card door's address for a browser that is given a new nonce. */
    String toCard(String next, HttpServletResponse response) {
        String binding = CardTickets.binding(CardCookies.nonce(response));
        return links.card() + "/card?for=" + binding
                + (next.equals("/") ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}
