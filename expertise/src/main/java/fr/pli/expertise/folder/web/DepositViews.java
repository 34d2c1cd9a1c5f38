package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.MessageLimits;
import fr.pli.exchange.message.web.DraftViews;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.folder.Deposit;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.FolderNames;
import fr.pli.expertise.folder.FolderRefusal;
import fr.pli.expertise.folder.web.Rooms.Room;
import fr.pli.expertise.rights.FolderKind;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of a deposit: its files, the banner before it is final, waiting for its files, and what it became. */
@Component
class DepositViews {

    private final Rooms rooms;
    private final Deposits deposits;
    private final Documents documents;
    private final DraftViews drafts;
    private final FolderNames names;
    private final MessageLimits limits;
    private final MessageSource sentences;

    DepositViews(
            Rooms rooms,
            Deposits deposits,
            Documents documents,
            DraftViews drafts,
            FolderNames names,
            MessageLimits limits,
            MessageSource sentences) {
        this.rooms = rooms;
        this.deposits = deposits;
        this.documents = documents;
        this.drafts = drafts;
        this.names = names;
        this.limits = limits;
        this.sentences = sentences;
    }

    /** The depositor's own, as long as the folder exists for them; refuses like an unknown id otherwise (M-3). */
    Asked asked(Person person, UUID expertise, UUID message) {
        rooms.expertise(person, expertise);
        Deposit deposit = deposits.deposit(person, message);
        Room room;
        try {
            room = rooms.folder(person, expertise, deposit.folder());
        } catch (RefusedException gone) {
            throw FolderRefusal.DEPOSIT_UNKNOWN.with();
        }
        return new Asked(person, room, deposit, deposits.draft(person, message));
    }

    ModelAndView page(Asked asked) {
        return switch (asked.draft().state()) {
            case DRAFT, QUEUED -> files(asked);
            case SENT, DELETED, EXPIRED -> published(asked);
        };
    }

    ModelAndView files(Asked asked) {
        ModelAndView page = page("folder/deposit", asked);
        page.addObject("fileLimit", limits.maxFileBytes());
        page.addObject("limits", limits);
        return page;
    }

    ModelAndView banner(Asked asked) {
        ModelAndView page = page("folder/confirm", asked);
        var folder = asked.room().sight().folder();
        page.addObject("cotes", folder.kind() == FolderKind.PARTIE_PIECES_COTEES);
        page.addObject("replaceable", deposits.replaceable(asked.person(), folder));
        page.addObject("unattended", deposits.unattended(folder));
        page.addObject("proposal", deposits.proposes(asked.room().sight()));
        page.addObject("customary", deposits.customary(asked.person(), folder));
        return page;
    }

    private ModelAndView published(Asked asked) {
        ModelAndView page = page("folder/deposited", asked);
        page.addObject("documents", documents.of(asked.draft().id()));
        return page;
    }

    private ModelAndView page(String view, Asked asked) {
        var page = new ModelAndView(view);
        page.addObject("dossier", asked.room().dossier());
        page.addObject("sight", asked.room().sight());
        page.addObject("folderName", names.of(asked.room().sight().folder(), LocaleContextHolder.getLocale()));
        page.addObject("draft", drafts.view(asked.draft()));
        page.addObject("here", asked.page());
        page.addObject("zone", drafts.zone());
        page.addObject("form", DepositForm.of(asked.draft().comment(), asked.deposit()));
        return page;
    }

    /** The page again with the sentence of what was refused, and what was typed. */
    ModelAndView refused(ModelAndView page, RefusedException refused, DepositForm form) {
        if (refused.refusal().status() == 404) {
            throw refused;
        }
        page.setStatus(HttpStatusCode.valueOf(refused.refusal().status()));
        page.addObject("refusal", sentence("refusal." + refused.refusal().code(), refused.arguments()));
        if (form.comment() != null || !form.details().isEmpty()) {
            page.addObject("form", form);
        }
        return page;
    }

    String sentence(String key, Object... arguments) {
        return sentences.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** A deposit whose author asks for it. */
    record Asked(Person person, Room room, Deposit deposit, Draft draft) {

        String page() {
            return "/expertises/" + room.dossier().expertise().id() + "/deposits/" + draft.id();
        }
    }
}
