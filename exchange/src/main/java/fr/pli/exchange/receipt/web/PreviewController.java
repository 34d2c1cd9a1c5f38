package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.preview.Preview;
import fr.pli.exchange.receipt.Previewing;
import fr.pli.exchange.receipt.Readings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that shows a file (U-10). It runs no script at all, its own neither: whatever a preview might be made to
 * hold, there is nothing in the page that could act on it.
 */
@Controller
class PreviewController {

    /** Forms of the bar, links and downloads work; scripts, frames, plug-ins and other sites do not exist. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "sandbox allow-same-origin allow-forms allow-downloads";

    private final Previewing previewing;
    private final Readings readings;
    private final PictureServing pictures;
    private final MessageSource sentences;

    PreviewController(Previewing previewing, Readings readings, PictureServing pictures, MessageSource sentences) {
        this.previewing = previewing;
        this.readings = readings;
        this.pictures = pictures;
        this.sentences = sentences;
    }

    /** @param page what is no number is the first page */
    @GetMapping("/messages/{message}/files/{file}/preview")
    @Nullable
    String preview(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Prefetch.asked(request)) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        Previewing.Looked looked = previewing.at(reader, message, file);
        response.setHeader("Content-Security-Policy", POLICY);
        model.addAttribute("still", true);
        model.addAttribute("looked", looked);
        if (request.getMethod().equals("GET")) {
            show(reader, looked, number(page), model, locale, response);
        }
        return "receipt/preview";
    }

    private void show(
            Person reader,
            Previewing.Looked looked,
            int page,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            Preview preview = previewing.page(reader, looked, page);
            readings.open(reader, looked.message().id());
            model.addAttribute("preview", preview);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    sentences.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
        }
    }

    @GetMapping("/messages/{message}/files/{file}/preview/{page:\\d{1,6}}")
    void picture(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @PathVariable UUID file,
            @PathVariable int page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws java.io.IOException {
        pictures.serve(reader, message, file, page, request, response);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
    }
}
