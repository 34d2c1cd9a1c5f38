package fr.pli.app.catcher.web;

import fr.pli.app.catcher.CatcherDoor;
import fr.pli.app.catcher.CaughtMail;
import fr.pli.app.catcher.CaughtMails;
import fr.pli.app.catcher.WithoutRelay;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of caught mails and one mail, on the catcher's own port and on no other. */
@Controller
@Conditional(WithoutRelay.class)
class CaughtMailPages {

    private static final int PAGE = 50;

    /** A mail is a stranger's text: no script, no request, links only into a new window. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final CaughtMails mails;
    private final CatcherDoor door;

    CaughtMailPages(CaughtMails mails, CatcherDoor door) {
        this.mails = mails;
        this.door = door;
    }

    @ModelAttribute
    void onlyHere(HttpServletRequest request) {
        if (!door.leadsHere(request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/caught")
    String list(@RequestParam @Nullable UUID after, Model model) {
        List<CaughtMail> page = mails.newest(after, PAGE + 1);
        model.addAttribute("mails", page.subList(0, Math.min(PAGE, page.size())));
        model.addAttribute("next", page.size() > PAGE ? page.get(PAGE - 1).id() : null);
        model.addAttribute("after", after);
        return "catcher/list";
    }

    @GetMapping("/caught/{id}")
    String mail(@PathVariable UUID id, Model model) {
        model.addAttribute("mail", find(id));
        return "catcher/mail";
    }

    @GetMapping("/caught/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        String html = find(id).html();
        if (html == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .header("Content-Security-Policy", MAIL_POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(html.replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }

    private CaughtMail find(UUID id) {
        return mails.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
