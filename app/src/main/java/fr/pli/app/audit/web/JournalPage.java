package fr.pli.app.audit.web;

import fr.pli.app.audit.JournalExport;
import fr.pli.app.audit.JournalFilter;
import fr.pli.app.audit.JournalReading;
import fr.pli.app.audit.JournalRow;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.journal.JournalQuery;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** « Journal » for auditors and « Mes accès » for everybody: the same list, filters and export. */
@Controller
class JournalPage {

    private static final int PAGE = 50;

    private final JournalReading reading;
    private final JournalExport export;
    private final MessageSource sentences;

    JournalPage(JournalReading reading, JournalExport export, MessageSource sentences) {
        this.reading = reading;
        this.export = export;
        this.sentences = sentences;
    }

    @GetMapping("/journal")
    String everything(
            @SignedIn Person reader,
            @ModelAttribute("filter") JournalFilter filter,
            @RequestParam @Nullable UUID after,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("mine", false);
        model.addAttribute("path", "/journal");
        model.addAttribute("export", "/journal.csv");
        model.addAttribute("kinds", kinds(locale));
        try {
            return page(reading.everything(reader, filter), after, model, locale);
        } catch (RefusedException refused) {
            if (refused.refusal().status() == 403) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    sentences.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            model.addAttribute("rows", List.of());
            return "journal/journal";
        }
    }

    @GetMapping("/account/journal")
    String own(
            @SignedIn Person reader,
            @ModelAttribute("filter") JournalFilter filter,
            @RequestParam @Nullable UUID after,
            Model model,
            Locale locale) {
        model.addAttribute("mine", true);
        model.addAttribute("path", "/account/journal");
        model.addAttribute("export", "/account/journal.csv");
        model.addAttribute("kinds", Map.of());
        return page(reading.own(reader, filter), after, model, locale);
    }

    @GetMapping("/journal.csv")
    void everything(@SignedIn Person reader, JournalFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        download(reading.everything(reader, filter), locale, response);
    }

    @GetMapping("/account/journal.csv")
    void own(@SignedIn Person reader, JournalFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        download(reading.own(reader, filter), locale, response);
    }

    private String page(JournalQuery query, @Nullable UUID after, Model model, Locale locale) {
        List<JournalRow> rows = reading.read(query, after, PAGE + 1, locale);
        model.addAttribute("rows", rows.subList(0, Math.min(PAGE, rows.size())));
        model.addAttribute(
                "next", rows.size() > PAGE ? rows.get(PAGE - 1).entry().id() : null);
        model.addAttribute("after", after);
        return "journal/journal";
    }

    private Map<String, String> kinds(Locale locale) {
        var kinds = new LinkedHashMap<String, String>();
        reading.kinds().forEach(kind -> kinds.put(kind, reading.words(kind, locale)));
        return kinds;
    }

    private void download(JournalQuery query, Locale locale, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(query, locale, response.getWriter());
    }
}
