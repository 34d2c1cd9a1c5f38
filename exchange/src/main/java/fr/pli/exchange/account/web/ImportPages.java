package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.DirectorySettings;
import fr.pli.exchange.account.DryRun;
import fr.pli.exchange.account.ImportPlan;
import fr.pli.exchange.account.ImportPlan.Outcome;
import fr.pli.exchange.account.Imports;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Import of the directory: the file, its dry run, its confirmation. */
@Controller
class ImportPages {

    private static final int PAGE = 100;

    private final Imports imports;
    private final DirectoryList list;
    private final DirectorySettings settings;
    private final Sentences sentences;
    private final Show show;

    ImportPages(Imports imports, DirectoryList list, DirectorySettings settings, Sentences sentences, Show show) {
        this.imports = imports;
        this.list = list;
        this.settings = settings;
        this.sentences = sentences;
        this.show = show;
    }

    @GetMapping("/admin/directory/imports")
    String blank(@SignedIn Person me, Model model) {
        list.count(me, DirectoryList.Filter.ALL);
        model.addAttribute("largest", show.size(settings.importMaxSize().toBytes()));
        model.addAttribute("lines", settings.importMaxLines());
        return "account/import";
    }

    @PostMapping("/admin/directory/imports")
    String give(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        GivenFile given = GivenFile.of(file);
        try {
            return "redirect:/admin/directory/imports/"
                    + imports.give(me, given.name(), given.content()).id();
        } catch (RefusedException refused) {
            if (refused.refusal() == DirectoryRefusal.ADMINISTRATORS_ONLY) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute("error", sentences.ofFile(refused, locale, settings.importMaxSize(), show));
            return blank(me, model);
        }
    }

    @GetMapping("/admin/directory/imports/{id}")
    String dryRun(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") int after,
            Model model,
            Locale locale) {
        DryRun<ImportPlan> dryRun = imports.show(me, id);
        ImportPlan plan = dryRun.plan();
        List<ImportPlan.Line> lines = plan.lines().stream()
                .filter(line -> outcome == null || line.outcome() == outcome)
                .filter(line -> line.number() > after)
                .limit(PAGE + 1)
                .toList();
        model.addAttribute("dryRun", dryRun);
        model.addAttribute(
                "lines",
                lines.stream().limit(PAGE).map(line -> row(line, locale)).toList());
        model.addAttribute("next", lines.size() > PAGE ? lines.get(PAGE - 1).number() : null);
        model.addAttribute("outcome", outcome);
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("created", plan.count(Outcome.CREATE));
        model.addAttribute("changed", plan.count(Outcome.CHANGE));
        model.addAttribute("same", plan.count(Outcome.SAME));
        model.addAttribute("refused", plan.count(Outcome.REFUSED));
        return "account/dry-run";
    }

    @PostMapping("/admin/directory/imports/{id}/confirm")
    String confirm(
            @SignedIn Person me,
            @PathVariable UUID id,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Imports.Done done = imports.confirm(me, id);
            redirect.addFlashAttribute(
                    "done", sentences.of("directory.import.done", locale, done.created(), done.changed()));
            return "redirect:/admin/directory";
        } catch (RefusedException refused) {
            if (refused.refusal() != DirectoryRefusal.IMPORT_DIRECTORY_CHANGED
                    && refused.refusal() != DirectoryRefusal.IMPORT_NOTHING_TO_DO) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentences.of(refused, locale));
            return dryRun(me, id, null, 0, model, locale);
        }
    }

    @PostMapping("/admin/directory/imports/{id}/discard")
    String discard(@SignedIn Person me, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        imports.discard(me, id);
        redirect.addFlashAttribute("done", sentences.of("directory.import.discarded", locale));
        return "redirect:/admin/directory/imports";
    }

    /** A line as the page shows it. */
    record Row(int number, String email, String name, Outcome outcome, String why) {}

    private Row row(ImportPlan.Line line, Locale locale) {
        String why = line.flaw()
                .map(flaw -> sentences.of(flaw, locale))
                .orElseGet(() -> line.changes().isEmpty() ? "" : changes(line.changes(), locale));
        return new Row(line.number(), line.email(), line.name(), line.outcome(), why);
    }

    private String changes(List<String> fields, Locale locale) {
        String names = String.join(
                ", ",
                fields.stream()
                        .map(field -> sentences.of("directory.field." + field, locale))
                        .toList());
        return sentences.of("directory.import.changes", locale, names);
    }
}
