package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryExport;
import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryList.Filter;
import fr.pli.exchange.account.EntryRow;
import fr.pli.exchange.account.EntryState;
import fr.pli.exchange.account.Organisations;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.Time;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of the directory and its export. */
@Controller
class DirectoryPages {

    private static final int PAGE = 50;

    private final DirectoryList list;
    private final DirectoryExport export;
    private final Organisations organisations;
    private final Clock clock;

    DirectoryPages(DirectoryList list, DirectoryExport export, Organisations organisations, Clock clock) {
        this.list = list;
        this.export = export;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What the form of the list sends; an empty choice is all. */
    record Query(
            @Nullable String q,
            @Nullable Profile profile,
            @Nullable EntryState state,
            @Nullable UUID organisation) {

        Filter filter() {
            return new Filter(q == null ? "" : q, profile, state, organisation);
        }
    }

    @GetMapping("/admin/directory")
    String list(
            @SignedIn Person me,
            @ModelAttribute("query") Query query,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        List<EntryRow> rows = list.page(me, query.filter(), after, PAGE + 1);
        model.addAttribute("entries", rows.stream().limit(PAGE).toList());
        model.addAttribute(
                "next", rows.size() > PAGE ? rows.get(PAGE - 1).person().id() : null);
        model.addAttribute("paged", after != null);
        model.addAttribute("count", list.count(me, query.filter()));
        model.addAttribute("profiles", Profile.ofPeople());
        model.addAttribute("states", EntryState.values());
        model.addAttribute("organisations", organisations.page(null, Integer.MAX_VALUE));
        model.addAttribute("administrator", me.profile() == Profile.ADMINISTRATOR);
        return "account/directory";
    }

    @GetMapping("/admin/directory/export")
    ResponseEntity<byte[]> export(@SignedIn Person me, @ModelAttribute("query") Query query, Locale locale) {
        return file(export.csv(me, query.filter(), locale), LocalDate.ofInstant(clock.instant(), Time.PARIS));
    }

    static ResponseEntity<byte[]> file(byte[] csv, LocalDate day) {
        return CsvFile.of("annuaire-" + day + ".csv", csv);
    }
}
