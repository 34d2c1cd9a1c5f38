package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.OwnBox;
import fr.pli.exchange.message.TimeRequests;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a recipient does on the page of a message. */
@Controller
@RequestMapping("/messages/{message}")
class ReceivedController {

    private final MessagePages pages;
    private final Answers answers;
    private final OwnBox boxes;
    private final TimeRequests requests;

    ReceivedController(MessagePages pages, Answers answers, OwnBox boxes, TimeRequests requests) {
        this.pages = pages;
        this.answers = answers;
        this.boxes = boxes;
        this.requests = requests;
    }

    /** « Répondre », or « Écrire à la suite » for the sender: the page where messages are written. */
    @PostMapping("/answer")
    String answer(@SignedIn Person author, @PathVariable UUID message) {
        return "redirect:/messages/drafts/" + answers.begin(author, message);
    }

    @PostMapping("/remove")
    ModelAndView remove(@SignedIn Person reader, @PathVariable UUID message, RedirectAttributes flash) {
        return pages.act(reader, message, () -> boxes.remove(reader, message), "receipt.removed.done", Map.of(), flash);
    }

    @PostMapping("/restore")
    ModelAndView restore(@SignedIn Person reader, @PathVariable UUID message, RedirectAttributes flash) {
        return pages.act(
                reader, message, () -> boxes.restore(reader, message), "receipt.restored.done", Map.of(), flash);
    }

    @PostMapping("/time-requests")
    ModelAndView ask(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return pages.act(
                reader,
                message,
                () -> requests.ask(reader, message, reason),
                "receipt.time.asked",
                Map.of("reason", reason),
                flash);
    }
}
