package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectorySettings;
import fr.pli.exchange.account.DryRun;
import fr.pli.exchange.account.OfficeExport;
import fr.pli.exchange.account.OfficeImportPlan;
import fr.pli.exchange.account.OfficeImportPlan.Outcome;
import fr.pli.exchange.account.OfficeImports;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offices and teams as a file, out and in: the body is the file ({@code text/csv}), then dry run, then confirmation. */
@RestController
@RequestMapping("/api/v1/offices")
class OfficeImportApi {

    private final OfficeImports imports;
    private final OfficeExport export;
    private final DirectorySettings settings;
    private final Sentences sentences;

    OfficeImportApi(OfficeImports imports, OfficeExport export, DirectorySettings settings, Sentences sentences) {
        this.imports = imports;
        this.export = export;
        this.settings = settings;
        this.sentences = sentences;
    }

    /**
     * What importing the file would do.
     *
     * @param importable whether a confirmation would be accepted: no line is refused, and something differs
     * @param rows offices and members that do not stay as they are
     */
    record Shown(
            UUID id,
            String fileName,
            String encoding,
            String separator,
            List<String> ignoredColumns,
            long toCreate,
            long toChange,
            long toJoin,
            long toLeave,
            long unchanged,
            long refused,
            boolean importable,
            List<Row> rows) {}

    /** An office, or with {@code member} a place in it; {@code code} and {@code detail} say why it is refused. */
    record Row(
            int line,
            String outcome,
            String email,
            String name,
            @Nullable String member,
            List<String> changes,
            @Nullable String code,
            @Nullable String detail) {}

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@SignedIn Person me, Locale locale) {
        return CsvFile.of("bureaux-et-equipes.csv", export.csv(me, locale));
    }

    @PostMapping(value = "/imports", consumes = "text/csv")
    ResponseEntity<Shown> give(
            @SignedIn Person me,
            @RequestParam(defaultValue = "import.csv") String name,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        GivenFile file = GivenFile.of(name, request, settings);
        DryRun<OfficeImportPlan> run = imports.give(me, file.name(), file.content());
        return ResponseEntity.created(URI.create("/api/v1/offices/imports/" + run.id()))
                .body(view(run, locale));
    }

    @GetMapping("/imports/{id}")
    Shown show(@SignedIn Person me, @PathVariable UUID id, Locale locale) {
        return view(imports.show(me, id), locale);
    }

    @PostMapping("/imports/{id}/confirm")
    OfficeImports.Done confirm(@SignedIn Person me, @PathVariable UUID id) {
        return imports.confirm(me, id);
    }

    @DeleteMapping("/imports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@SignedIn Person me, @PathVariable UUID id) {
        imports.discard(me, id);
    }

    private Shown view(DryRun<OfficeImportPlan> run, Locale locale) {
        OfficeImportPlan plan = run.plan();
        return new Shown(
                run.id(),
                run.fileName(),
                run.encoding(),
                run.separator(),
                run.ignoredColumns(),
                plan.count(Outcome.CREATE),
                plan.count(Outcome.CHANGE),
                plan.count(Outcome.JOIN),
                plan.count(Outcome.LEAVE),
                plan.count(Outcome.SAME),
                plan.count(Outcome.REFUSED),
                plan.doesSomething(),
                plan.rows().stream()
                        .filter(row -> row.outcome() != Outcome.SAME)
                        .map(row -> view(row, locale))
                        .toList());
    }

    private Row view(OfficeImportPlan.Row row, Locale locale) {
        return new Row(
                row.number(),
                row.outcome().name(),
                row.email(),
                row.name(),
                row.member().isEmpty() ? null : row.member(),
                row.changes(),
                row.flaw().map(flaw -> flaw.refusal().code()).orElse(null),
                row.flaw().map(flaw -> sentences.of(flaw, locale)).orElse(null));
    }
}
