package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryExport;
import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.Particulars;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.Time;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory for programs of administrators (P-1): what the pages do. */
@RestController
@RequestMapping("/api/v1/directory/entries")
class DirectoryApi {

    private static final int MOST = 500;

    private final DirectoryList list;
    private final Entries entries;
    private final DirectoryExport export;
    private final Clock clock;

    DirectoryApi(DirectoryList list, Entries entries, DirectoryExport export, Clock clock) {
        this.list = list;
        this.entries = entries;
        this.export = export;
        this.clock = clock;
    }

    /** A changed entry; fields as in {@link Particulars}. */
    record Change(
            long version,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String organisation,
            @Nullable String profile,
            @Nullable String language,
            @Nullable String zone) {

        /** What is not said stays as it is. */
        Particulars over(Person person) {
            return new Particulars(
                    email == null ? person.email() : email,
                    firstName == null ? person.firstName() : firstName,
                    lastName == null ? person.lastName() : lastName,
                    organisation == null ? person.organisation() : organisation,
                    profile == null ? person.profile().name() : profile,
                    language == null ? person.language().getLanguage() : language,
                    zone == null ? person.zone().getId() : zone);
        }
    }

    @GetMapping
    Views.Page<Views.Entry> list(
            @SignedIn Person me,
            @ModelAttribute DirectoryPages.Query query,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return Views.Page.of(list.page(me, query.filter(), after, size + 1), size, Views.Entry::of, row -> row.person()
                .id()
                .toString());
    }

    @GetMapping("/{id}")
    Views.Entry get(@SignedIn Person me, @PathVariable UUID id) {
        return list.find(me, id).map(Views.Entry::of).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    @PostMapping
    ResponseEntity<Views.Entry> add(@SignedIn Person me, @RequestBody Particulars typed) {
        UUID id = entries.add(me, typed);
        return ResponseEntity.created(URI.create("/api/v1/directory/entries/" + id))
                .body(get(me, id));
    }

    @PutMapping("/{id}")
    Views.Entry change(@SignedIn Person me, @PathVariable UUID id, @RequestBody Change change) {
        Person person =
                list.find(me, id).orElseThrow(DirectoryRefusal.NOT_FOUND::with).person();
        entries.change(me, id, change.version(), change.over(person));
        return get(me, id);
    }

    @PostMapping("/{id}/{act:invite|suspend|reactivate|depart}")
    Views.Entry act(@SignedIn Person me, @PathVariable UUID id, @PathVariable ActPages.Act act) {
        act.on(entries, me, id);
        return get(me, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@SignedIn Person me, @PathVariable UUID id) {
        entries.remove(me, id);
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@SignedIn Person me, @ModelAttribute DirectoryPages.Query query, Locale locale) {
        return DirectoryPages.file(
                export.csv(me, query.filter(), locale), LocalDate.ofInstant(clock.instant(), Time.PARIS));
    }
}
