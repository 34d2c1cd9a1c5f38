package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectorySettings;
import fr.pli.exchange.account.DryRun;
import fr.pli.exchange.account.ImportPlan;
import fr.pli.exchange.account.Imports;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
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

/** Import of the directory by programs: the file is the body ({@code text/csv}), then dry run, then confirmation. */
@RestController
@RequestMapping("/api/v1/directory/imports")
class ImportApi {

    private final Imports imports;
    private final DirectorySettings settings;
    private final Sentences sentences;

    ImportApi(Imports imports, DirectorySettings settings, Sentences sentences) {
        this.imports = imports;
        this.settings = settings;
        this.sentences = sentences;
    }

    @PostMapping(consumes = "text/csv")
    ResponseEntity<Views.DryRun> give(
            @SignedIn Person me,
            @RequestParam(defaultValue = "import.csv") String name,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        GivenFile file = GivenFile.of(name, request, settings);
        DryRun<ImportPlan> run = imports.give(me, file.name(), file.content());
        return ResponseEntity.created(URI.create("/api/v1/directory/imports/" + run.id()))
                .body(view(run, locale));
    }

    @GetMapping("/{id}")
    Views.DryRun show(@SignedIn Person me, @PathVariable UUID id, Locale locale) {
        return view(imports.show(me, id), locale);
    }

    @PostMapping("/{id}/confirm")
    Imports.Done confirm(@SignedIn Person me, @PathVariable UUID id) {
        return imports.confirm(me, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@SignedIn Person me, @PathVariable UUID id) {
        imports.discard(me, id);
    }

    private Views.DryRun view(DryRun<ImportPlan> run, Locale locale) {
        return Views.DryRun.of(
                run, line -> line.flaw().map(flaw -> sentences.of(flaw, locale)).orElse(null));
    }
}
