package fr.pli.expertise.departure.web;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.departure.CourtFile;
import fr.pli.expertise.departure.Departure;
import fr.pli.expertise.departure.DepartureDesk;
import fr.pli.expertise.departure.DepartureReading;
import fr.pli.expertise.departure.Replacement;
import fr.pli.expertise.departure.Unattended;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names for pages, and what the programming interface says of departures, as JSON. */
@Component
class DepartureViews {

    private final Directory directory;
    private final Courts courts;

    DepartureViews(Directory directory, Courts courts) {
        this.directory = directory;
        this.courts = courts;
    }

    /** Full name; empty for nobody. */
    String name(@Nullable UUID person) {
        return person == null ? "" : directory.find(person).map(Person::name).orElse("");
    }

    /** Names of courts by their code. */
    Map<String, String> courts(Collection<CourtFile> files) {
        var names = new HashMap<String, String>();
        files.forEach(file -> names.put(
                file.court(), courts.find(file.court()).map(Court::label).orElse(file.court())));
        return names;
    }

    Own own(Departure departure) {
        return new Own(
                departure.id(),
                departure.lastDay(),
                departure.takesEffect(),
                email(departure.successor()),
                departure.cause());
    }

    Shown shown(DepartureReading.Seen seen) {
        return shown(
                seen.departure(),
                seen.files().stream().map(file -> line(file, file.title())).toList(),
                List.of(),
                null);
    }

    /** Without the names of parties: support knows a file by its number. */
    Shown shown(DepartureDesk.Case one) {
        return shown(
                one.departure(),
                one.files().stream().map(file -> line(file, null)).toList(),
                one.designations(),
                attached(one));
    }

    private @Nullable Attached attached(DepartureDesk.Case one) {
        Replacement replacement = one.replacement();
        DepartureDesk.Request request = one.request();
        return replacement == null || request == null
                ? null
                : new Attached(
                        name(replacement.person()),
                        replacement.asker(),
                        replacement.askerName(),
                        replacement.attachedAt(),
                        name(replacement.attachedBy()),
                        request.state(),
                        request.message());
    }

    private Shown shown(
            Departure departure, List<Line> files, List<Unattended.Item> designations, @Nullable Attached attached) {
        return new Shown(
                departure.id(),
                name(departure.person()),
                departure.lastDay(),
                departure.takesEffect(),
                departure.state(),
                departure.successor() == null ? null : name(departure.successor()),
                departure.heir() == null ? null : name(departure.heir()),
                files,
                designations,
                attached);
    }

    private Line line(CourtFile file, @Nullable String title) {
        return new Line(
                file.expertise(), title, file.rg(), file.court(), name(file.expert()), file.role(), file.state());
    }

    private @Nullable String email(@Nullable UUID person) {
        return person == null ? null : directory.find(person).map(Person::email).orElse(null);
    }

    /**
     * One's own declaration.
     *
     * @param successor address
     */
    record Own(
            UUID id,
            LocalDate lastDay,
            Instant takesEffect,
            @Nullable String successor,
            Departure.@Nullable Cause cause) {}

    /**
     * @param successor name of who was declared
     * @param heir name of who got the files
     * @param designations what else waits for somebody, for support
     * @param replacement for support
     */
    record Shown(
            UUID id,
            String person,
            LocalDate lastDay,
            Instant takesEffect,
            Departure.State state,
            @Nullable String successor,
            @Nullable String heir,
            List<Line> files,
            List<Unattended.Item> designations,
            @Nullable Attached replacement) {}

    /** @param title absent for support */
    record Line(
            UUID expertise,
            @Nullable String title,
            String rg,
            String court,
            String expert,
            Role role,
            ExpertiseState state) {}

    /** @param message that holds the request */
    record Attached(
            String person,
            Replacement.Asker asker,
            String askerName,
            Instant attachedAt,
            String attachedBy,
            Replacement.RequestState request,
            UUID message) {}
}
