package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.DirectorySettings;
import fr.pli.exchange.account.DryRun;
import fr.pli.exchange.account.OfficeImportPlan;
import fr.pli.exchange.account.OfficeImportPlan.Outcome;
import fr.pli.exchange.account.OfficeImports;
import fr.pli.exchange.account.OfficeList;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Import of offices and teams: the file, its dry run, its confirmation. */
@Controller
@RequestMapping("/admin/offices/imports")
class OfficeImportPages {

    private static final int PAGE = 100;

    private final OfficeImports imports;
    private final OfficeList list;
    private final DirectorySettings settings;
    private final Sentences sentences;
    private final Show show;

    OfficeImportPages(
            OfficeImports imports, OfficeList list, DirectorySettings settings, Sentences sentences, Show show) {
        this.imports = imports;
        this.list = list;
        this.settings = settings;
        this.sentences = sentences;
        this.show = show;
    }

    @GetMapping
    String blank(@SignedIn Person me, Model model) {
        list.page(me, null, 1);
        model.addAttribute("largest", show.size(settings.importMaxSize().toBytes()));
        model.addAttribute("lines", settings.importMaxLines());
        return "account/office-import";
    }

    @PostMapping
    String give(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        GivenFile given = GivenFile.of(file);
        try {
            return "redirect:/admin/offices/imports/"
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

    @GetMapping("/{id}")
    String dryRun(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") int after,
            Model model,
            Locale locale) {
        DryRun<OfficeImportPlan> dryRun = imports.show(me, id);
        OfficeImportPlan plan = dryRun.plan();
        List<OfficeImportPlan.Row> rows = plan.rows().stream()
                .filter(row -> outcome == null || row.outcome() == outcome)
                .toList();
        model.addAttribute("dryRun", dryRun);
        model.addAttribute(
                "rows",
                rows.stream()
                        .skip(Math.max(0, after))
                        .limit(PAGE)
                        .map(row -> row(row, locale))
                        .toList());
        model.addAttribute("next", rows.size() - PAGE > after ? after + PAGE : null);
        model.addAttribute("outcome", outcome);
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute(
                "counts",
                sentences.of(
                        "directory.offices.import.counts",
                        locale,
                        plan.count(Outcome.CREATE),
                        plan.count(Outcome.CHANGE),
                        plan.count(Outcome.JOIN),
                        plan.count(Outcome.LEAVE),
                        plan.count(Outcome.SAME),
                        plan.count(Outcome.REFUSED)));
        model.addAttribute("refused", plan.count(Outcome.REFUSED));
        model.addAttribute("leaving", plan.count(Outcome.LEAVE));
        return "account/office-dry-run";
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            @SignedIn Person me,
            @PathVariable UUID id,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            OfficeImports.Done done = imports.confirm(me, id);
            redirect.addFlashAttribute(
                    "done",
                    sentences.of(
                            "directory.offices.import.done",
                            locale,
                            done.created(),
                            done.changed(),
                            done.joined(),
                            done.left()));
            return "redirect:/admin/offices";
        } catch (RefusedException refused) {
            if (refused.refusal() == DirectoryRefusal.NOT_FOUND
                    || refused.refusal() == DirectoryRefusal.ADMINISTRATORS_ONLY) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentences.of(refused, locale));
            return dryRun(me, id, null, 0, model, locale);
        }
    }

    @PostMapping("/{id}/discard")
    String discard(@SignedIn Person me, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        imports.discard(me, id);
        redirect.addFlashAttribute("done", sentences.of("directory.import.discarded", locale));
        return "redirect:/admin/offices/imports";
    }

    /** A row as the page shows it. */
    record Row(int number, String email, String name, String member, Outcome outcome, String why) {}

    private Row row(OfficeImportPlan.Row row, Locale locale) {
        String why = row.flaw()
                .map(flaw -> sentences.of(flaw, locale))
                .orElseGet(() -> row.changes().isEmpty() ? "" : changes(row.changes(), locale));
        return new Row(row.number(), row.email(), row.name(), row.member(), row.outcome(), why);
    }

    private String changes(List<String> fields, Locale locale) {
        String names = fields.stream()
                .map(field -> sentences.of("directory.field." + field, locale))
                .collect(Collectors.joining(", "));
        return sentences.of("directory.import.changes", locale, names);
    }
}
