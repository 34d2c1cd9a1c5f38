package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Grants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Si décidé par l'expert »: given and taken back on the page of the folder or document it is about (E-8). */
@Controller
class GrantController {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Rooms rooms;
    private final Grants grants;
    private final Documents documents;
    private final FolderPages folders;
    private final DocumentPages pages;

    GrantController(Rooms rooms, Grants grants, Documents documents, FolderPages folders, DocumentPages pages) {
        this.rooms = rooms;
        this.grants = grants;
        this.documents = documents;
        this.folders = folders;
        this.pages = pages;
    }

    @PostMapping("/expertises/{expertise}/folders/{folder}/grants")
    ModelAndView giveFolder(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID folder,
            @RequestParam(required = false) @Nullable String participant,
            RedirectAttributes flash) {
        return folder(
                person,
                expertise,
                folder,
                () -> grants.giveFolder(person, expertise, id(participant), folder),
                "folder.grant.given",
                flash);
    }

    @PostMapping("/expertises/{expertise}/folders/{folder}/grants/{grant}/revoke")
    ModelAndView revokeFolder(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID folder,
            @PathVariable UUID grant,
            RedirectAttributes flash) {
        return folder(
                person,
                expertise,
                folder,
                () -> grants.revoke(person, expertise, grant),
                "folder.grant.revoked",
                flash);
    }

    @PostMapping("/expertises/{expertise}/documents/{document}/grants")
    ModelAndView giveDocument(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID document,
            @RequestParam(required = false) @Nullable String participant,
            RedirectAttributes flash) {
        return document(
                person,
                expertise,
                document,
                () -> grants.giveDocument(person, expertise, id(participant), document),
                "folder.grant.given",
                flash);
    }

    @PostMapping("/expertises/{expertise}/documents/{document}/grants/{grant}/revoke")
    ModelAndView revokeDocument(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID document,
            @PathVariable UUID grant,
            RedirectAttributes flash) {
        return document(
                person,
                expertise,
                document,
                () -> grants.revoke(person, expertise, grant),
                "folder.grant.revoked",
                flash);
    }

    private ModelAndView folder(
            Person person, UUID expertise, UUID folder, Runnable act, String done, RedirectAttributes flash) {
        Rooms.Room room = rooms.folder(person, expertise, folder);
        try {
            act.run();
        } catch (RefusedException refused) {
            return folders.refused(person, room, refused, "");
        }
        flash.addFlashAttribute("done", folders.sentence(done));
        return new ModelAndView("redirect:/expertises/" + expertise + "/folders/" + folder);
    }

    private ModelAndView document(
            Person person, UUID expertise, UUID document, Runnable act, String done, RedirectAttributes flash) {
        var dossier = rooms.expertise(person, expertise);
        var found = documents.readable(person, expertise, document);
        try {
            act.run();
        } catch (RefusedException refused) {
            return pages.refused(pages.page(person, dossier, found), refused);
        }
        flash.addFlashAttribute("done", pages.sentence(done));
        return new ModelAndView("redirect:/expertises/" + expertise + "/documents/" + document);
    }

    /** Nothing chosen, or nothing understood, is nobody. */
    private static UUID id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? NOBODY : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return NOBODY;
        }
    }
}
