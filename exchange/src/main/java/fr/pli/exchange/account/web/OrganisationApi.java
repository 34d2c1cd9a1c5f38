package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Organisation;
import fr.pli.exchange.account.OrganisationDomains;
import fr.pli.exchange.account.Organisations;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bodies and courts for programs of administrators. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationApi {

    private static final int MOST = 500;

    private final Organisations organisations;
    private final OrganisationDomains domains;
    private final DirectoryList list;

    OrganisationApi(Organisations organisations, OrganisationDomains domains, DirectoryList list) {
        this.organisations = organisations;
        this.domains = domains;
        this.list = list;
    }

    record Fresh(@Nullable String name, Organisation.@Nullable Kind kind) {}

    /** Within which its people may change their own address. */
    record Domains(@Nullable List<String> domains) {}

    record Renamed(long version, @Nullable String name) {}

    @GetMapping
    Views.Page<Organisation> list(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        list.count(me, DirectoryList.Filter.ALL);
        int size = Math.clamp(limit, 1, MOST);
        return Views.Page.of(organisations.page(after, size + 1), size, o -> o, o -> o.id().toString());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Organisation create(@SignedIn Person me, @RequestBody Fresh fresh) {
        return organisations.create(
                me,
                fresh.name() == null ? "" : fresh.name(),
                fresh.kind() == null ? Organisation.Kind.BODY : fresh.kind());
    }

    @PutMapping("/{id}")
    Organisation rename(@SignedIn Person me, @PathVariable UUID id, @RequestBody Renamed renamed) {
        organisations.rename(me, id, renamed.version(), renamed.name() == null ? "" : renamed.name());
        return organisations.find(id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    @GetMapping("/{id}/domains")
    Domains domains(@SignedIn Person me, @PathVariable UUID id) {
        list.count(me, DirectoryList.Filter.ALL);
        Organisation found = organisations.find(id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
        return new Domains(domains.of(found.id()));
    }

    @PutMapping("/{id}/domains")
    Domains domains(@SignedIn Person me, @PathVariable UUID id, @RequestBody Domains wanted) {
        domains.set(me, id, wanted.domains() == null ? "" : String.join(" ", wanted.domains()));
        return new Domains(domains.of(id));
    }
}
