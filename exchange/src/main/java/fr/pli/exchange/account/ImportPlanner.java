package fr.pli.exchange.account;

import fr.pli.exchange.account.ImportPlan.Existing;
import fr.pli.exchange.account.ImportPlan.Line;
import fr.pli.exchange.account.ImportPlan.Outcome;
import fr.pli.exchange.account.ImportPlan.Target;
import fr.pli.exchange.platform.Time;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a file with the directory. */
@Component
class ImportPlanner {

    private static final int CHUNK = 1000;

    private final ParticularsCheck check;
    private final Courts courts;
    private final JdbcClient jdbc;

    ImportPlanner(ParticularsCheck check, Courts courts, JdbcClient jdbc) {
        this.check = check;
        this.courts = courts;
        this.jdbc = jdbc;
    }

    /** @param lock keeps the entries concerned as they are until the unit ends */
    ImportPlan plan(ImportFile<Particulars> file, boolean lock) {
        var organisations = organisationNames();
        var newOrganisations = new TreeSet<String>();
        var firstLines = new HashMap<String, Integer>();
        var checked = new LinkedHashMap<ImportFile.Line<Particulars>, ParticularsCheck.Result>();
        for (ImportFile.Line<Particulars> line : file.lines()) {
            line.typed().ifPresent(typed -> checked.put(line, check.check(typed)));
        }
        Map<String, Existing> existing = existing(addresses(checked), lock);
        var lines = new ArrayList<Line>();
        for (ImportFile.Line<Particulars> line : file.lines()) {
            lines.add(line(line, checked.get(line), existing, organisations, newOrganisations, firstLines));
        }
        return new ImportPlan(keepAnAdministrator(lines), newOrganisations);
    }

    private Line line(
            ImportFile.Line<Particulars> line,
            ParticularsCheck.@Nullable Result result,
            Map<String, Existing> existing,
            Map<String, String> organisations,
            Set<String> newOrganisations,
            Map<String, Integer> firstLines) {
        if (result == null) {
            return Line.refused(line.number(), "", "", line.flaw().orElseThrow());
        }
        Particulars typed = line.typed().orElseThrow();
        String name = ParticularsCheck.tidy(typed.firstName() + " " + typed.lastName());
        if (result.read().isEmpty()) {
            return Line.refused(
                    line.number(), typed.email().strip(), name, result.flaws().getFirst());
        }
        ParticularsCheck.Read read = result.read().get();
        Integer first = firstLines.putIfAbsent(read.email(), line.number());
        if (first != null) {
            return Line.refused(
                    line.number(), read.email(), name, Flaw.of("email", DirectoryRefusal.LINE_TWICE, first));
        }
        Existing before = existing.get(read.email());
        if (before != null && before.is().profile().functional()) {
            return Line.refused(
                    line.number(), read.email(), name, Flaw.of("email", DirectoryRefusal.ADDRESS_TAKEN, read.email()));
        }
        Target target = target(read, before, organisations, newOrganisations);
        List<String> changes = before == null ? List.of() : changes(before.is(), target);
        Outcome outcome = before == null ? Outcome.CREATE : changes.isEmpty() ? Outcome.SAME : Outcome.CHANGE;
        return new Line(line.number(), outcome, read.email(), name, changes, Optional.empty(), target, before);
    }

    /** What a line says nothing about stays as it is. */
    private Target target(
            ParticularsCheck.Read read,
            @Nullable Existing before,
            Map<String, String> organisations,
            Set<String> newOrganisations) {
        String key = Organisations.key(read.organisation());
        String organisation = organisations.get(key);
        if (organisation == null) {
            organisation = courts.label(read.organisation()).orElse(read.organisation());
            organisations.put(key, organisation);
            newOrganisations.add(organisation);
        }
        Locale language = before == null ? Locale.FRENCH : Locale.of(before.is().language());
        String zone = before == null ? Time.PARIS.getId() : before.is().zone();
        return new Target(
                read.email(),
                read.firstName(),
                read.lastName(),
                organisation,
                read.profile(),
                read.languageOr(language).getLanguage(),
                read.zone() == null ? zone : read.zone().getId());
    }

    private static List<String> changes(Target is, Target target) {
        var changes = new ArrayList<String>();
        changed(changes, "firstName", is.firstName(), target.firstName());
        changed(changes, "lastName", is.lastName(), target.lastName());
        changed(changes, "organisation", is.organisation(), target.organisation());
        changed(changes, "profile", is.profile(), target.profile());
        changed(changes, "language", is.language(), target.language());
        changed(changes, "zone", is.zone(), target.zone());
        return List.copyOf(changes);
    }

    private static void changed(List<String> changes, String field, Object is, Object target) {
        if (!is.equals(target)) {
            changes.add(field);
        }
    }

    /** Lines that would together leave no active administrator are refused. */
    private List<Line> keepAnAdministrator(List<Line> lines) {
        long lost = lines.stream().filter(ImportPlanner::losesAnAdministrator).count();
        if (lost == 0 || administrators() > lost) {
            return List.copyOf(lines);
        }
        return lines.stream()
                .map(line -> losesAnAdministrator(line)
                        ? Line.refused(
                                line.number(),
                                line.email(),
                                line.name(),
                                Flaw.of("profile", DirectoryRefusal.LAST_ADMINISTRATOR))
                        : line)
                .toList();
    }

    private static boolean losesAnAdministrator(Line line) {
        return line.outcome() == Outcome.CHANGE
                && line.existing() != null
                && line.read() != null
                && line.existing().state() == PersonState.ACTIVE
                && line.existing().is().profile() == Profile.ADMINISTRATOR
                && line.read().profile() != Profile.ADMINISTRATOR;
    }

    private long administrators() {
        return jdbc.sql("select count(*) from person where profile = 'ADMINISTRATOR' and state = 'ACTIVE'")
                .query(Long.class)
                .single();
    }

    private Map<String, String> organisationNames() {
        var names = new HashMap<String, String>();
        jdbc.sql("select name from organisation")
                .query(String.class)
                .list()
                .forEach(name -> names.put(Organisations.key(name), name));
        return names;
    }

    private static List<String> addresses(Map<ImportFile.Line<Particulars>, ParticularsCheck.Result> checked) {
        return checked.values().stream()
                .flatMap(result -> result.read().stream())
                .map(ParticularsCheck.Read::email)
                .distinct()
                .sorted()
                .toList();
    }

    private Map<String, Existing> existing(List<String> addresses, boolean lock) {
        var existing = new HashMap<String, Existing>();
        for (int from = 0; from < addresses.size(); from += CHUNK) {
            jdbc.sql("""
                            select p.id, p.version, p.email, p.first_name, p.last_name, o.name, p.profile, p.state,
                                   p.language, p.time_zone
                            from person p join organisation o on o.id = p.organisation
                            where p.email in (:emails)
                            """ + (lock ? " for update" : ""))
                    .param("emails", addresses.subList(from, Math.min(addresses.size(), from + CHUNK)))
                    .query((row, number) -> new Existing(
                            row.getObject("id", UUID.class),
                            row.getLong("version"),
                            new Target(
                                    row.getString("email"),
                                    row.getString("first_name"),
                                    row.getString("last_name"),
                                    row.getString("name"),
                                    Profile.valueOf(row.getString("profile")),
                                    row.getString("language"),
                                    row.getString("time_zone")),
                            PersonState.valueOf(row.getString("state"))))
                    .list()
                    .forEach(entry -> existing.put(entry.is().email(), entry));
        }
        return existing;
    }
}
