package fr.pli.app.help.web;

import fr.pli.app.help.Article;
import fr.pli.app.help.Audience;
import fr.pli.app.help.HelpSettings;
import fr.pli.app.help.Library;
import fr.pli.app.help.News;
import fr.pli.app.help.Topic;
import fr.pli.exchange.account.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** « Aide » and « Nouveautés », open to everybody and without any script (O-6). */
@Controller
class HelpPages {

    private static final int LONGEST = 200;

    private final Library library;
    private final News news;
    private final HelpSettings settings;

    HelpPages(Library library, News news, HelpSettings settings) {
        this.library = library;
        this.news = news;
        this.settings = settings;
    }

    @GetMapping("/help")
    String index(HttpServletRequest request, @RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        String asked = q.substring(0, Math.min(q.length(), LONGEST));
        model.addAttribute("asked", asked);
        model.addAttribute("words", Library.words(asked));
        model.addAttribute("found", library.search(asked, locale));
        model.addAttribute("articles", library.all(locale));
        model.addAttribute("audiences", audiences(request));
        model.addAttribute("settings", settings);
        return "help/help";
    }

    @GetMapping("/help/{slug}")
    String article(@PathVariable String slug, Locale locale, Model model) {
        Article article = Topic.of(slug)
                .map(topic -> library.article(topic, locale))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("article", article);
        return "help/article";
    }

    @GetMapping("/news")
    String news(Locale locale, Model model) {
        model.addAttribute("entries", news.all(locale));
        return "help/news";
    }

    /** What is for the reader first, then what is for everybody, then the rest. */
    private static List<Audience> audiences(HttpServletRequest request) {
        Audience own = Audience.of(request.getAttribute("me") instanceof Person person ? person.profile() : null);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(own),
                        java.util.stream.Stream.of(Audience.values()).filter(other -> other != own))
                .toList();
    }
}
