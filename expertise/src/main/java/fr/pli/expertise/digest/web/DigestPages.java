package fr.pli.expertise.digest.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.digest.Digest;
import fr.pli.expertise.digest.DigestRefusal;
import fr.pli.expertise.digest.Digests;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Récapitulatifs »: the digests of the night, read again in the application (N-4, N-6). */
@Controller
@RequestMapping("/digests")
class DigestPages {

    private static final int SHOWN = 60;

    private final Digests digests;

    DigestPages(Digests digests) {
        this.digests = digests;
    }

    @GetMapping
    String list(@SignedIn Person reader, Model model) {
        model.addAttribute("digests", digests.list(reader, SHOWN));
        return "digest/list";
    }

    @GetMapping("/{id}")
    String show(@SignedIn Person reader, @PathVariable UUID id, Model model) {
        Digest digest = digests.find(reader, id).orElseThrow(DigestRefusal.UNKNOWN::with);
        digests.opened(reader, id);
        model.addAttribute("digest", digest);
        return "digest/digest";
    }
}
