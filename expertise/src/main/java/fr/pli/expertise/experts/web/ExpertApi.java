package fr.pli.expertise.experts.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.certificate.Specialties.Heading;
import fr.pli.expertise.experts.Expert;
import fr.pli.expertise.experts.Experts;
import fr.pli.expertise.experts.OwnEntries;
import fr.pli.expertise.experts.OwnEntry;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory of experts for programs (P-1). */
@RestController
@RequestMapping("/api/v1")
class ExpertApi {

    private static final int MOST = 200;

    private final Experts experts;
    private final OwnEntries entries;
    private final Specialties specialties;

    ExpertApi(Experts experts, OwnEntries entries, Specialties specialties) {
        this.experts = experts;
        this.entries = entries;
        this.specialties = specialties;
    }

    /** For justice staff, in the order of names. @param selectable only who may be designated now */
    @GetMapping("/experts")
    Page find(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String court,
            @RequestParam(defaultValue = "") String specialty,
            @RequestParam(defaultValue = "false") boolean selectable,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        ExpertResults.requireStaff(me);
        int size = Math.clamp(limit, 1, MOST);
        var criteria = new ExpertCriteria(lastName, firstName, court, specialty, after);
        List<Expert> found = experts.find(criteria.query(selectable, size));
        List<Expert> items = found.stream().limit(size).toList();
        return new Page(items, found.size() > size ? items.getLast().id() : null);
    }

    @GetMapping("/experts/mine")
    Expert mine(@SignedIn Person me) {
        return entries.of(me);
    }

    /** The whole entry: what is not said is not known; the court of appeal stays. */
    @PutMapping("/experts/mine")
    Expert keep(@SignedIn Person me, @RequestBody Said said) {
        return entries.write(
                me,
                new OwnEntry(
                        Objects.requireNonNullElse(said.court(), ""),
                        said.specialties() == null
                                ? List.of()
                                : said.specialties().stream()
                                        .filter(Objects::nonNull)
                                        .toList(),
                        Objects.requireNonNullElse(said.landline(), ""),
                        Objects.requireNonNullElse(said.mobile(), "")));
    }

    /** The nomenclature in force. */
    @GetMapping("/specialties")
    Nomenclature specialties(@SignedIn Person me) {
        return new Nomenclature(specialties.current(), specialties.headings());
    }

    /** @param next {@code after} of the next page, null on the last */
    record Page(List<Expert> items, @Nullable UUID next) {}

    /** @param name such as {@code N2005-2013} */
    record Nomenclature(String name, List<Heading> headings) {}

    /** @param specialties codes */
    record Said(
            @Nullable String court,
            @Nullable List<@Nullable String> specialties,
            @Nullable String landline,
            @Nullable String mobile) {}
}
