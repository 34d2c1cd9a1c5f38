package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.dossier.Expertises.Seen;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.DocumentQuery;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Documents.DocumentPage;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.folder.Sight;
import fr.pli.expertise.folder.Subfolders;
import fr.pli.expertise.folder.web.Rooms.Room;
import fr.pli.expertise.rights.Explanations;
import fr.pli.expertise.rights.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an expertise and that of a folder, with everything their reader may do there. */
@Component
class FolderPages {

    private final Attendances attendances;
    private final Trees trees;
    private final Documents documents;
    private final Deposits deposits;
    private final Proposals proposals;
    private final Folders folders;
    private final Bylines bylines;
    private final GrantSections grants;
    private final Explanations explanations;
    private final MessageSource sentences;

    FolderPages(
            Attendances attendances,
            Trees trees,
            Documents documents,
            Deposits deposits,
            Proposals proposals,
            Folders folders,
            Bylines bylines,
            GrantSections grants,
            Explanations explanations,
            MessageSource sentences) {
        this.attendances = attendances;
        this.trees = trees;
        this.documents = documents;
        this.deposits = deposits;
        this.proposals = proposals;
        this.folders = folders;
        this.bylines = bylines;
        this.grants = grants;
        this.explanations = explanations;
        this.sentences = sentences;
    }

    ModelAndView tree(Person person, Seen dossier) {
        var page = new ModelAndView("folder/tree");
        UUID expertise = dossier.expertise().id();
        page.addObject("dossier", dossier);
        Attendance attendance = attendances.of(expertise);
        page.addObject("tree", trees.of(person, expertise, attendance));
        List<Document> waiting = proposals.of(person, expertise).stream()
                .filter(document -> document.status() == Document.Status.PROPOSED)
                .toList();
        page.addObject("proposals", waiting);
        page.addObject("expert", dossier.has(Role.EXPERT));
        page.addObject("bylines", bylines.of(attendance, waiting));
        return page;
    }

    ModelAndView folder(Person person, Room room, DocumentQuery query, boolean selected) {
        Sight sight = room.sight();
        var page = new ModelAndView("folder/folder");
        UUID expertise = sight.folder().expertise();
        Attendance attendance = attendances.of(expertise);
        Trees.Tree tree = trees.of(person, expertise, attendance);
        DocumentPage list = sight.open() ? documents.page(sight, query) : new DocumentPage(List.of(), null);
        page.addObject("dossier", room.dossier());
        page.addObject("tree", tree);
        page.addObject("line", tree.line(sight.folder().id()));
        page.addObject("around", folders.findAll(sight.folder().way()));
        page.addObject("sight", sight);
        page.addObject("why", explanations.of(sight.ruling(), sight.place(), sight.state()));
        page.addObject("page", list);
        page.addObject(
                "bylines",
                bylines.of(
                        attendance,
                        list.rows().stream()
                                .map(Documents.DocumentRow::document)
                                .toList()));
        page.addObject("query", query);
        page.addObject("selected", selected);
        page.addObject("unfinished", deposits.unfinished(person, sight.folder().id()));
        page.addObject("maySubfolder", Subfolders.mayMake(sight));
        page.addObject("grants", grants.of(person, room.dossier(), sight.folder(), attendance));
        page.addObject("typed", "");
        return page;
    }

    /** The folder again with the sentence of what was refused. */
    ModelAndView refused(Person person, Room room, RefusedException refused, String typed) {
        if (refused.refusal().status() == 404) {
            throw refused;
        }
        ModelAndView page = folder(person, room, DocumentQuery.of(null, null, DocumentQuery.PAGE), false);
        page.setStatus(HttpStatusCode.valueOf(refused.refusal().status()));
        page.addObject("refusal", sentence("refusal." + refused.refusal().code(), refused.arguments()));
        page.addObject("typed", typed);
        return page;
    }

    String sentence(String key, Object... arguments) {
        return sentences.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
