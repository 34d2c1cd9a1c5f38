package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Proposals;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One document: what it is, who deposited it, who had it; and the expert's answer to a proposal (E-8). */
@Controller
@RequestMapping("/expertises/{expertise}/documents/{document}")
class DocumentController {

    private final Rooms rooms;
    private final Documents documents;
    private final Proposals proposals;
    private final DocumentPages pages;
    private final Openings openings;

    DocumentController(Rooms rooms, Documents documents, Proposals proposals, DocumentPages pages, Openings openings) {
        this.rooms = rooms;
        this.documents = documents;
        this.proposals = proposals;
        this.pages = pages;
        this.openings = openings;
    }

    @GetMapping
    ModelAndView document(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID document,
            HttpServletRequest request) {
        var dossier = rooms.expertise(person, expertise);
        Document found = documents.readable(person, expertise, document);
        openings.document(person, found, request);
        return pages.page(person, dossier, found);
    }

    @PostMapping("/accept")
    ModelAndView accept(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID document,
            RedirectAttributes flash) {
        return act(
                person,
                expertise,
                document,
                () -> proposals.accept(person, expertise, document),
                "folder.proposal.accepted",
                flash);
    }

    @PostMapping("/refuse")
    ModelAndView refuse(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID document,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return act(
                person,
                expertise,
                document,
                () -> proposals.refuse(person, expertise, document, reason),
                "folder.proposal.refused",
                flash);
    }

    private ModelAndView act(
            Person person, UUID expertise, UUID document, Runnable act, String done, RedirectAttributes flash) {
        var dossier = rooms.expertise(person, expertise);
        Document found = documents.readable(person, expertise, document);
        try {
            act.run();
        } catch (RefusedException refused) {
            return pages.refused(pages.page(person, dossier, found), refused);
        }
        flash.addFlashAttribute("done", pages.sentence(done, found.name()));
        return new ModelAndView("redirect:/expertises/" + expertise + "/documents/" + document);
    }
}
