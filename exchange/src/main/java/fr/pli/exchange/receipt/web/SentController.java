package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.LateRecipients;
import fr.pli.exchange.message.Lifetimes;
import fr.pli.exchange.message.TimeRequests;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a sender does on the page of a message that has left. */
@Controller
@RequestMapping("/messages/{message}")
class SentController {

    private final MessagePages pages;
    private final Lifetimes lifetimes;
    private final LateRecipients recipients;
    private final TimeRequests requests;

    SentController(MessagePages pages, Lifetimes lifetimes, LateRecipients recipients, TimeRequests requests) {
        this.pages = pages;
        this.lifetimes = lifetimes;
        this.recipients = recipients;
        this.requests = requests;
    }

    /** @param days after availability; what is no number is outside every limit */
    @PostMapping("/lifetime")
    ModelAndView lifetime(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String days,
            RedirectAttributes flash) {
        return pages.act(
                sender,
                message,
                () -> lifetimes.change(sender, message, number(days)),
                "receipt.life.done",
                Map.of(),
                flash);
    }

    /** @param addresses one on each line, or separated by commas or semicolons */
    @PostMapping("/recipients")
    ModelAndView add(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String addresses,
            RedirectAttributes flash) {
        return pages.act(
                sender,
                message,
                () -> recipients.add(sender, message, Arrays.asList(addresses.split("[\\r\\n,;]+"))),
                "receipt.add.done",
                Map.of("addresses", addresses),
                flash);
    }

    @PostMapping("/time-requests/{request}/grant")
    ModelAndView grant(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String days,
            RedirectAttributes flash) {
        return pages.act(
                sender,
                message,
                () -> requests.grant(sender, message, request, number(days)),
                "receipt.time.granted",
                Map.of(),
                flash);
    }

    @PostMapping("/time-requests/{request}/decline")
    ModelAndView decline(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String word,
            RedirectAttributes flash) {
        return pages.act(
                sender,
                message,
                () -> requests.decline(sender, message, request, word),
                "receipt.time.declined",
                Map.of("word", word),
                flash);
    }

    private static int number(String days) {
        try {
            return Integer.parseInt(days.strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
