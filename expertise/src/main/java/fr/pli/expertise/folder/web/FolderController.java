package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.receipt.web.ByteServing;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.DocumentQuery;
import fr.pli.expertise.folder.Subfolders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An expertise's folders: the tree with what is new, one folder with its documents (E-3, E-4), their bytes as a zip. */
@Controller
class FolderController {

    private final Rooms rooms;
    private final FolderPages pages;
    private final FolderZips zips;
    private final Deposits deposits;
    private final Subfolders subfolders;
    private final ByteServing serving;

    FolderController(
            Rooms rooms,
            FolderPages pages,
            FolderZips zips,
            Deposits deposits,
            Subfolders subfolders,
            ByteServing serving) {
        this.rooms = rooms;
        this.pages = pages;
        this.zips = zips;
        this.deposits = deposits;
        this.subfolders = subfolders;
        this.serving = serving;
    }

    @GetMapping("/expertises/{expertise}")
    ModelAndView expertise(@SignedIn Person person, @PathVariable UUID expertise) {
        return pages.tree(person, rooms.expertise(person, expertise));
    }

    /** @param selected {@code all}: every box of the page is ticked */
    @GetMapping("/expertises/{expertise}/folders/{folder}")
    ModelAndView folder(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID folder,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String selected) {
        return pages.folder(
                person,
                rooms.folder(person, expertise, folder),
                DocumentQuery.of(sort, after, DocumentQuery.PAGE),
                "all".equals(selected));
    }

    /** @param documents ids, repeated or separated by commas; the whole folder without them */
    @GetMapping({"/expertises/{expertise}/folders/{folder}/zip", "/api/v1/expertises/{expertise}/folders/{folder}/zip"})
    void zip(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID folder,
            @RequestParam(defaultValue = "") List<UUID> documents,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        serving.serve(() -> zips.of(person, rooms.folder(person, expertise, folder), documents), request, response);
    }

    /** « Ajouter des fichiers ». */
    @PostMapping("/expertises/{expertise}/folders/{folder}/deposits")
    ModelAndView begin(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID folder) {
        Rooms.Room room = rooms.folder(person, expertise, folder);
        try {
            UUID deposit = deposits.begin(person, room.sight().folder());
            return new ModelAndView("redirect:/expertises/" + expertise + "/deposits/" + deposit);
        } catch (RefusedException refused) {
            return pages.refused(person, room, refused, "");
        }
    }

    @PostMapping("/expertises/{expertise}/folders/{folder}/folders")
    ModelAndView subfolder(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID folder,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes flash) {
        Rooms.Room room = rooms.folder(person, expertise, folder);
        try {
            UUID made = subfolders.make(person, room.sight().folder(), name);
            flash.addFlashAttribute("done", pages.sentence("folder.subfolder.done", name.strip()));
            return new ModelAndView("redirect:/expertises/" + expertise + "/folders/" + made);
        } catch (RefusedException refused) {
            return pages.refused(person, room, refused, name);
        }
    }
}
