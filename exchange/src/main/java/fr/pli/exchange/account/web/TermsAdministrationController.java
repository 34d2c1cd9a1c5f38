package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.account.Terms;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Versions of the terms of use, and the form that publishes the next one, typed or from text files (O-1). */
@Controller
@RequestMapping("/admin/terms")
class TermsAdministrationController {

    private final Terms terms;
    private final MessageSource messages;

    TermsAdministrationController(Terms terms, MessageSource messages) {
        this.terms = terms;
        this.messages = messages;
    }

    @GetMapping
    String versions(Model model) {
        int latest = terms.latest();
        return show(
                model,
                terms.text(latest, Locale.FRENCH).map(Terms.Text::content).orElse(""),
                terms.text(latest, Locale.ENGLISH).map(Terms.Text::content).orElse(""));
    }

    @PostMapping
    String publish(
            @SignedIn Person person,
            @RequestParam(name = "french", defaultValue = "") String french,
            @RequestParam(name = "english", defaultValue = "") String english,
            @RequestParam(name = "frenchFile", required = false) @Nullable MultipartFile frenchFile,
            @RequestParam(name = "englishFile", required = false) @Nullable MultipartFile englishFile,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale)
            throws IOException {
        String frenchText = chosen(frenchFile, french);
        String englishText = chosen(englishFile, english);
        try {
            int version = terms.publish(person, frenchText, englishText);
            flash.addFlashAttribute(
                    "done", messages.getMessage("terms.admin.published", new Object[] {version}, locale));
            return "redirect:/admin/terms";
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return show(model, frenchText, englishText);
        }
    }

    private String show(Model model, String french, String english) {
        model.addAttribute("versions", terms.versions());
        model.addAttribute("french", french);
        model.addAttribute("english", english);
        return "account/terms-administration";
    }

    private static String chosen(@Nullable MultipartFile file, String typed) throws IOException {
        return file == null || file.isEmpty() ? typed : new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}
