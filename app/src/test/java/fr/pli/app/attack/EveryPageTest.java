package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.app.journey.Chromium;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page that the application has, seen by every profile that may see it: by axe, at 1280 and at 320 pixels, in
 * French and light, in English and dark, with the focus seen, and without JavaScript. What two profiles see alike is
 * looked at once.
 */
@AttackTest
@Tag("Q-7")
@Tag("Q-9")
class EveryPageTest {

    /** Files and frames rather than pages. */
    private static final Set<String> NO_PAGES = Set.of("/error", "/refused");

    /** How often the tabulator is pressed: through the bar and well into the page. */
    private static final int TABS = 40;

    private static final Pattern TAGS = Pattern.compile("<(/?[a-z0-9]+)[^>]*?(?:\\bclass=\"([^\"]*)\")?[^>]*>");

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)\"");

    /** A key of a bundle where its words should be. */
    private static final Pattern WORDLESS = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

    @Autowired
    Routes routes;

    @Autowired
    Estate estate;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Set<String>> looks = new HashMap<>();
    private final Map<String, List<String>> fitting = new HashMap<>();
    private List<Visitor> owners;

    @Test
    @Timeout(900)
    @Tag("Q-10")
    void everyPageIsAccessibleForEveryProfile() {
        look(visitors.anybody(), null);
        for (Person person : everyProfile()) {
            look(visitors.signedIn(person), person);
        }
        assertThat(looks).as("pages were seen").hasSizeGreaterThan(25);
        assertThat(complaints).isEmpty();
    }

    @Test
    @Timeout(120)
    @Tag("N-5")
    void everyMailIsAccessibleAndFitsAPhone() {
        var shapes = new HashSet<String>();
        try (var wide = Chromium.window("https://pli.test", "fr-FR", 1280, 900, ColorScheme.LIGHT, true);
                var phone = Chromium.window("https://pli.test", "fr-FR", 320, 640, ColorScheme.LIGHT, true)) {
            for (Person owner : estate.owners()) {
                for (var mail : TestMail.to(owner.email())) {
                    String html = TestMail.html(mail);
                    if (shapes.add(shape(html))) {
                        for (BrowserContext window : List.of(wide, phone)) {
                            Page page = window.newPage();
                            page.setContent(html);
                            sound(page, "mail « " + TestMail.subject(mail) + " »");
                            page.close();
                        }
                    }
                }
            }
        }
        assertThat(shapes).isNotEmpty();
        assertThat(complaints).isEmpty();
    }

    private List<Person> everyProfile() {
        var all = new ArrayList<Person>(estate.owners());
        var had = new HashSet<Profile>();
        all.forEach(person -> had.add(person.profile()));
        Profile.ofPeople().stream()
                .filter(profile -> !had.contains(profile))
                .map(people::active)
                .forEach(all::add);
        return all;
    }

    /** @param person null for somebody without a session, whose language is the browser's */
    private void look(Visitor visitor, Person person) {
        Set<String> paths = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        List<Route> named = new ArrayList<>();
        for (Route route : routes.all()) {
            if (!route.api() && route.reads() && !NO_PAGES.contains(route.pattern()) && wanted(route)) {
                List<String> addresses = addresses(visitor, route, person != null);
                addresses.forEach(path -> links.addAll(take(visitor, route, path, paths)));
                if (addresses.isEmpty() && !route.variables().isEmpty()) {
                    named.add(route);
                }
            }
        }
        // pages that are found by a name instead of an id: one of those that other pages lead to
        for (Route route : named) {
            Pattern address = Pattern.compile(route.pattern().replaceAll("\\{\\w+}", "[^/]+"));
            links.stream()
                    .filter(link -> address.matcher(link).matches())
                    .findFirst()
                    .ifPresent(path -> take(visitor, route, path, paths));
        }
        if (paths.isEmpty()) {
            return;
        }
        try (var day = window(visitor, "fr-FR", 1280, ColorScheme.LIGHT);
                var night = window(visitor, "en-GB", 320, ColorScheme.DARK);
                var still = stillWindow(visitor)) {
            Page wide = page(day);
            Page phone = page(night);
            Page without = page(still);
            for (String path : paths) {
                wide.navigate(path);
                sound(wide, path + " 1280");
                keyboard(wide, path);
                without.navigate(path);
                worksWithoutScripts(without, path);
            }
            speak(person, "en");
            for (String path : paths) {
                phone.navigate(path);
                fits(phone, path + " 320 dark");
                contrast(phone, path + " 320 dark");
            }
            speak(person, "fr");
        }
    }

    private void speak(Person person, String language) {
        if (person != null) {
            jdbc.sql("update person set language = ? where id = ?")
                    .params(language, person.id())
                    .update();
        }
    }

    /**
     * Whether one more look of this page is examined: a letter is another page for who sent it and who received it, the
     * account (with the whole bar above it) for every profile; the others are seen once, by the first who may.
     */
    private boolean wanted(Route route) {
        int most = route.pattern().equals("/account") ? 99 : route.pattern().equals("/messages/{message}") ? 3 : 1;
        return looks.getOrDefault(route.pattern(), Set.of()).size() < most;
    }

    /** Takes the page unless one like it was seen before. @return where it leads to */
    private List<String> take(Visitor visitor, Route route, String path, Set<String> paths) {
        var answer = visitor.get(path);
        if (!page(answer)) {
            return List.of();
        }
        String body = answer.body();
        if (wanted(route)
                && looks.computeIfAbsent(route.pattern(), pattern -> new HashSet<>())
                        .add(shape(body))) {
            paths.add(path);
        }
        return LINK.matcher(body).results().map(link -> link.group(1)).toList();
    }

    /** The addresses of a route that show a page to this visitor: one with an id of the estate, where they may own it. */
    private List<String> addresses(Visitor visitor, Route route, boolean session) {
        List<String> variables = route.variables();
        var tried = new ArrayList<Map<String, String>>();
        if (variables.isEmpty()) {
            tried.add(Map.of());
        } else if (session) {
            Map<String, String> best = estate.best();
            if (variables.size() > 1) {
                tried.add(all(variables, best.get("letter"), best.get("letter's file")));
            }
            fitting(route).forEach(id -> tried.add(all(variables, id, id)));
            tried.add(all(variables, estate.ids().getOrDefault("directory_import", "x"), "x"));
        }
        if (!variables.isEmpty()) {
            tried.add(all(variables, "x", "x"));
        }
        for (Map<String, String> values : tried) {
            String path = route.path(values);
            if (page(visitor.get(path))) {
                return List.of(path);
            }
        }
        return List.of();
    }

    /** The ids of the estate that open what the address begins with, to one of the owners; all where nothing tells. */
    private Collection<String> fitting(Route route) {
        String begin = route.pattern().substring(0, route.pattern().indexOf('}') + 1);
        List<String> found = fitting.computeIfAbsent(begin, beginning -> {
            if (routes.all().stream()
                    .noneMatch(one -> one.reads() && one.pattern().equals(beginning))) {
                return List.of();
            }
            owners = owners == null
                    ? estate.owners().stream().map(visitors::signedIn).toList()
                    : owners;
            return estate.best().values().stream()
                    .filter(id ->
                            owners.stream().anyMatch(owner -> page(owner.get(beginning.replaceAll("\\{\\w+}$", id)))))
                    .toList();
        });
        return found.isEmpty() ? estate.best().values() : found;
    }

    private static boolean page(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private static Map<String, String> all(List<String> variables, String first, String others) {
        var values = new LinkedHashMap<String, String>();
        variables.forEach(name -> values.put(name, values.isEmpty() ? first : others));
        return values;
    }

    private static String shape(String html) {
        var shape = new LinkedHashSet<String>();
        String main = html.contains("<main") ? html.substring(html.indexOf("<main")) : html;
        TAGS.matcher(main).results().forEach(tag -> shape.add(tag.group(1) + "." + tag.group(2)));
        return String.valueOf(shape.hashCode());
    }

    private BrowserContext window(Visitor visitor, String language, int width, ColorScheme scheme) {
        return signedIn(Chromium.window(visitors.address().toString(), language, width, 800, scheme, true), visitor);
    }

    private BrowserContext stillWindow(Visitor visitor) {
        return signedIn(
                Chromium.window(visitors.address().toString(), "fr-FR", 1280, 800, ColorScheme.LIGHT, false), visitor);
    }

    private BrowserContext signedIn(BrowserContext window, Visitor visitor) {
        var cookies = new ArrayList<Cookie>();
        for (String pair : visitor.cookieHeader().split("; ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.add(new Cookie(pair.substring(0, equals), pair.substring(equals + 1))
                        .setUrl(visitors.address().toString()));
            }
        }
        window.addCookies(cookies);
        return window;
    }

    private Page page(BrowserContext window) {
        Page page = window.newPage();
        // the page of a preview forbids every script, those of this test too: it is looked at without that
        page.route(address -> address.matches(".*/preview(\\?.*)?"), route -> {
            var answer = route.fetch();
            var headers = new HashMap<>(answer.headers());
            headers.remove("content-security-policy");
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setResponse(answer)
                    .setHeaders(headers));
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    private void sound(Page page, String where) {
        Chromium.violations(page).forEach(found -> complaints.add(where + ": " + found));
        fits(page, where);
    }

    /** What the other theme and the small window may change: colours and the room for a finger. */
    private void contrast(Page page, String where) {
        Chromium.violations(page, List.of("color-contrast", "target-size", "link-in-text-block"))
                .forEach(found -> complaints.add(where + ": " + found));
    }

    private void fits(Page page, String where) {
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            complaints.add(where + ": wider than the window: " + page.evaluate("""
                    () => [...document.querySelectorAll('body *')]
                      .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                      .slice(-3).map(e => e.outerHTML.slice(0, 120))
                    """));
        }
        WORDLESS.matcher(page.content())
                .results()
                .forEach(found -> complaints.add(where + ": no words for " + found.group()));
    }

    /** Whoever goes through the page with the tabulator sees where they are. */
    private void keyboard(Page page, String where) {
        page.evaluate("""
                () => {
                  window.pliReached = 0;
                  window.pliUnseen = [];
                  document.addEventListener('focusin', event => {
                    window.pliReached++;
                    const style = getComputedStyle(event.target);
                    const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                    if (!shown) window.pliUnseen.push(event.target.outerHTML.slice(0, 120));
                  });
                }
                """);
        for (int step = 0; step < TABS; step++) {
            page.keyboard().press("Tab");
        }
        if (((Number) page.evaluate("window.pliReached")).intValue() < 3) {
            complaints.add(where + ": nothing is reached by the keyboard");
        }
        List<?> unseen = (List<?>) page.evaluate("() => [...new Set(window.pliUnseen)]");
        unseen.forEach(element -> complaints.add(where + ": focus is not seen: " + element));
    }

    /** No button that does nothing, no link to nowhere, no form without a way to send it. */
    private void worksWithoutScripts(Page page, String where) {
        List<?> dead = (List<?>) page.evaluate("""
                () => [
                  ...[...document.querySelectorAll('button[type=button], a[href="#"], a[href^="javascript:"]')]
                    .filter(e => e.checkVisibility() && !e.disabled),
                  ...[...document.querySelectorAll('form')].filter(f => f.checkVisibility()
                    && ![...f.elements].some(e => e.type === 'submit' || e.type === 'image'))
                ].map(e => e.outerHTML.slice(0, 160))
                """);
        dead.forEach(element -> complaints.add(where + ": does nothing without JavaScript: " + element));
    }
}
