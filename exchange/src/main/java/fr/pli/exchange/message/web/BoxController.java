package fr.pli.exchange.message.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.BoxQuery;
import fr.pli.exchange.message.Boxes;
import fr.pli.exchange.message.Drafts;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Messages reçus », « Messages envoyés » and « Brouillons ». */
@Controller
@RequestMapping("/messages")
class BoxController {

    private static final String BOX = "message/box";

    private final Boxes boxes;
    private final Drafts drafts;
    private final Clock clock;

    BoxController(Boxes boxes, Drafts drafts, Clock clock) {
        this.boxes = boxes;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    String inbox(
            @SignedIn Person person,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var asked = BoxAsked.of(q, sort, filter, after);
        list(person, model, "inbox", asked);
        model.addAttribute("page", boxes.inbox(person, asked.query(BoxQuery.PAGE)));
        model.addAttribute("fresh", boxes.unread(person));
        model.addAttribute("ending", boxes.endingSoon(person));
        return BOX;
    }

    @GetMapping("/sent")
    String sent(
            @SignedIn Person person,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var asked = BoxAsked.of(q, sort, filter, after);
        list(person, model, "sent", asked);
        model.addAttribute("page", boxes.sent(person, asked.query(BoxQuery.PAGE)));
        return BOX;
    }

    @GetMapping("/drafts")
    String drafts(@SignedIn Person person, Model model) {
        list(person, model, "drafts", BoxAsked.of(null, null, null, null));
        return "message/drafts";
    }

    private void list(Person person, Model model, String box, BoxAsked asked) {
        model.addAttribute("box", box);
        model.addAttribute("asked", asked);
        model.addAttribute("unfinished", drafts.unfinished(person));
        model.addAttribute("now", clock.instant());
    }
}
