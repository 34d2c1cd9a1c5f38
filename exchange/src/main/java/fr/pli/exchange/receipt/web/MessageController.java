package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Ways;
import fr.pli.exchange.receipt.Readings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a message: one address, two views; what is no letter is shown by its owner. */
@Controller
class MessageController {

    private final Readings readings;
    private final MessagePages pages;
    private final Messages messages;
    private final Ways ways;
    private final Messaging messaging;
    private final MessageSource sentences;

    MessageController(
            Readings readings,
            MessagePages pages,
            Messages messages,
            Ways ways,
            Messaging messaging,
            MessageSource sentences) {
        this.readings = readings;
        this.pages = pages;
        this.messages = messages;
        this.ways = ways;
        this.messaging = messaging;
        this.sentences = sentences;
    }

    @GetMapping("/messages/{message}")
    @Nullable
    ModelAndView message(
            @SignedIn Person reader,
            @PathVariable UUID message,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Prefetch.asked(request)) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        if (request.getMethod().equals("GET")) {
            readings.open(reader, message);
        }
        Optional<String> elsewhere = ways.of(reader, message);
        if (elsewhere.isPresent()) {
            return new ModelAndView("redirect:" + elsewhere.get());
        }
        if (readings.preparing(reader, message)) {
            return new ModelAndView("redirect:/messages/drafts/" + message);
        }
        return pages.page(reader, message);
    }

    /** Asks in a sentence that names the message. */
    @GetMapping("/messages/{message}/delete")
    String delete(@SignedIn Person sender, @PathVariable UUID message, Model model) {
        model.addAttribute("message", messages.sentBy(sender, message));
        return "receipt/delete";
    }

    @PostMapping("/messages/{message}/delete")
    String deleted(@SignedIn Person sender, @PathVariable UUID message, RedirectAttributes flash, Locale locale) {
        String subject = messages.sentBy(sender, message).subject();
        messaging.delete(sender, message);
        flash.addFlashAttribute("done", sentences.getMessage("receipt.deleted.done", new Object[] {subject}, locale));
        return "redirect:/messages/sent";
    }
}
