package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Office;
import fr.pli.exchange.account.OfficeList;
import fr.pli.exchange.account.OfficeMember;
import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Functional recipients for programs of administrators (A-13, P-1). */
@RestController
@RequestMapping("/api/v1/offices")
class OfficeApi {

    private static final int MOST = 500;

    private final Offices offices;
    private final OfficeList list;

    OfficeApi(Offices offices, OfficeList list) {
        this.offices = offices;
        this.list = list;
    }

    /**
     * @param version of the office as it was seen; not needed for a new one
     * @param organisation name of a court or body of the directory
     */
    record Said(
            @Nullable Long version,
            @Nullable String name,
            @Nullable String email,
            @Nullable String organisation) {}

    /** @param email address of an entry of the directory */
    record Joining(@Nullable String email) {}

    /** @param state of the directory entry: only {@code ACTIVE} members can read */
    record Member(UUID id, String name, String email, String organisation, String state, Instant since) {

        static Member of(OfficeMember member) {
            Person person = member.person();
            return new Member(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.organisation(),
                    person.state().name(),
                    member.since());
        }
    }

    @GetMapping
    Views.Page<Office> list(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return Views.Page.of(list.page(me, after, size + 1), size, o -> o, o -> o.id().toString());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Office create(@SignedIn Person me, @RequestBody Said said) {
        return office(me, offices.create(me, text(said.name()), text(said.email()), text(said.organisation())));
    }

    @GetMapping("/{id}")
    Office get(@SignedIn Person me, @PathVariable UUID id) {
        return office(me, id);
    }

    @PutMapping("/{id}")
    Office change(@SignedIn Person me, @PathVariable UUID id, @RequestBody Said said) {
        long version = said.version() == null ? -1 : said.version();
        offices.change(me, id, version, text(said.name()), text(said.email()), text(said.organisation()));
        return office(me, id);
    }

    @PostMapping("/{id}/close")
    Office close(@SignedIn Person me, @PathVariable UUID id) {
        offices.close(me, id);
        return office(me, id);
    }

    @PostMapping("/{id}/reopen")
    Office reopen(@SignedIn Person me, @PathVariable UUID id) {
        offices.reopen(me, id);
        return office(me, id);
    }

    /** All of them at once: an office is not a crowd. */
    @GetMapping("/{id}/members")
    Views.Page<Member> members(@SignedIn Person me, @PathVariable UUID id) {
        office(me, id);
        List<Member> members = list.members(me, id).stream().map(Member::of).toList();
        return new Views.Page<>(members, null);
    }

    @PostMapping("/{id}/members")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@SignedIn Person me, @PathVariable UUID id, @RequestBody Joining joining) {
        offices.join(me, id, text(joining.email()));
    }

    @DeleteMapping("/{id}/members/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@SignedIn Person me, @PathVariable UUID id, @PathVariable UUID person) {
        offices.leave(me, id, person);
    }

    private Office office(Person me, UUID id) {
        return list.find(me, id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
