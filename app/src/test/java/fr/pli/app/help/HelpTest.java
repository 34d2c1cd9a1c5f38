package fr.pli.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@AppTest
@Tag("O-6")
class HelpTest {

    private static final Pattern PICTURE = Pattern.compile("<img src=\"(/assets/help/(fr|en)/[a-z-]+\\.png)\"([^>]*)>");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Library library;

    @Autowired
    News news;

    @Test
    void everyArticleIsThereInBothLanguagesWithItsPicturesForEverybody() {
        var anybody = visitors.anybody();
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            for (Article article : library.all(language)) {
                assertThat(article.text().length()).as(article.title()).isGreaterThan(400);
                assertThat(article.html()).doesNotContain("<script", "style=", "http:", "https:");
                PICTURE.matcher(article.html()).results().forEach(picture -> {
                    assertThat(picture.group(2)).as(picture.group()).isEqualTo(language.getLanguage());
                    assertThat(picture.group(3)).contains("alt=\"", "width=\"", "height=\"", "loading=\"lazy\"");
                    assertThat(anybody.get(picture.group(1)).statusCode())
                            .as(picture.group(1))
                            .isEqualTo(200);
                });
                assertThat(article.html().split("<img", -1).length - 1)
                        .as("pictures of " + article.title())
                        .isEqualTo(PICTURE.matcher(article.html()).results().count());
            }
        }
        for (Topic topic : List.of(
                Topic.SIGN_IN,
                Topic.SEND,
                Topic.RECEIVE,
                Topic.FOLLOW,
                Topic.DIRECTORY,
                Topic.STATE,
                Topic.MAGISTRAT,
                Topic.GREFFIER,
                Topic.EXPERT,
                Topic.LAWYER,
                Topic.PARTY,
                Topic.SAPITEUR,
                Topic.DESIGNATION,
                Topic.DEPARTURE)) {
            assertThat(library.article(topic, Locale.FRENCH).html())
                    .as(topic.slug())
                    .contains("<img src=\"/assets/help/fr/");
            assertThat(library.article(topic, Locale.ENGLISH).html())
                    .as(topic.slug())
                    .contains("<img src=\"/assets/help/en/");
        }
        assertThat(anybody.get("/help/send").body())
                .contains("<article", library.article(Topic.SEND, Locale.FRENCH).title());
        assertThat(anybody.get("/help/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theHelpOfOnesOwnProfileComesFirstAndTheFooterLeadsThere() {
        for (var seen : Map.of(
                        Profile.PARTNER, "PARTNER",
                        Profile.GREFFIER, "GREFFIER",
                        Profile.MAGISTRAT, "MAGISTRAT",
                        Profile.EXPERT, "EXPERT",
                        Profile.LAWYER, "LAWYER",
                        Profile.PARTY, "PARTY",
                        Profile.SUPPORT, "ADMINISTRATION")
                .entrySet()) {
            String page =
                    visitors.signedIn(people.active(seen.getKey())).get("/help").body();
            assertThat(page.indexOf("<h2 id=\"" + seen.getValue()))
                    .isPositive()
                    .isLessThan(page.indexOf("<h2 id=\"EVERYBODY"));
            assertThat(page).contains("href=\"/help\"", "href=\"/news\"");
        }
    }

    @Test
    void eachProfileOfAnExpertiseHasAnArticleOfItsOwn() {
        for (Profile profile : List.of(
                Profile.MAGISTRAT, Profile.GREFFIER, Profile.EXPERT, Profile.SAPITEUR, Profile.LAWYER, Profile.PARTY)) {
            Audience own = Audience.of(profile);
            assertThat(own).isNotIn(Audience.EVERYBODY, Audience.PARTNER, Audience.ADMINISTRATION);
            assertThat(Topic.values()).as(profile.name()).anyMatch(topic -> topic.audiences()
                    .equals(Set.of(own)));
        }
        assertThat(library.search("sapiteur honoraires", Locale.FRENCH))
                .extracting(Article::topic)
                .contains(Topic.SAPITEUR);
    }

    /** What these articles call by a name in quotation marks is what the pages say, in the same language. */
    @Test
    void everyLabelThatTheHelpOfAProfileNamesIsOneOfThePages() {
        var wrong = new ArrayList<String>();
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            Set<String> words = words(language);
            Pattern quoted = Pattern.compile(language == Locale.FRENCH ? "« ([^»]+) »" : "[“\"]([^”\"]+)[”\"]");
            for (Topic topic : LABELLED) {
                Matcher label = quoted.matcher(library.article(topic, language).text());
                int found = 0;
                while (label.find()) {
                    found++;
                    if (!words.contains(label.group(1)) && !label.group(1).equals("New")) {
                        wrong.add(language + " " + topic + ": " + label.group(1));
                    }
                }
                assertThat(found).as(language + " " + topic).isPositive();
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static final List<Topic> LABELLED = List.of(
            Topic.MAGISTRAT,
            Topic.GREFFIER,
            Topic.DEPARTURE,
            Topic.EXPERT,
            Topic.EXPERTISE,
            Topic.LAWYER,
            Topic.PARTY,
            Topic.SAPITEUR,
            Topic.DESIGNATION);

    private static Set<String> words(Locale language) {
        var words = new HashSet<String>();
        for (String bundle : List.of(
                "app",
                "expertise",
                "participant",
                "folder",
                "rights",
                "digest",
                "search",
                "archive",
                "statistics",
                "departure",
                "designation",
                "experts",
                "contradictoire",
                "account",
                "delegation",
                "receipt",
                "message")) {
            ResourceBundle texts = ResourceBundle.getBundle(
                    "messages/" + bundle, language == Locale.FRENCH ? Locale.ROOT : language, UTF_8);
            texts.keySet().forEach(key -> words.add(texts.getString(key).replace("''", "'")));
        }
        return words;
    }

    /** The bundles are UTF-8, and French is the one without a language. */
    private static final ResourceBundle.Control UTF_8 =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Test
    void aSearchMindsNeitherAccentsNorCaseAndFindsByTheBeginningOfWords() {
        assertThat(library.search("DELEGUER", Locale.FRENCH)).isEqualTo(library.search("déléguer", Locale.FRENCH));
        assertThat(library.search("empreinte telecharg", Locale.FRENCH))
                .extracting(Article::topic)
                .contains(Topic.RECEIVE);
        assertThat(library.search("zxqv", Locale.FRENCH)).isEmpty();
        assertThat(library.search("  ", Locale.FRENCH)).isEmpty();
        String page = visitors.anybody()
                .get("/help?q=" + URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8))
                .body();
        assertThat(page).doesNotContain("<script>alert");
        assertThat(visitors.anybody().get("/help?q=empreinte").body()).contains("/help/receive", "empreinte");
    }

    @Test
    void newsAreDatedInBothLanguagesOnTheSameDaysNewestFirst() {
        assertThat(news.all(Locale.FRENCH)).isNotEmpty().isSortedAccordingTo((a, b) -> b.day()
                .compareTo(a.day()));
        assertThat(news.all(Locale.FRENCH))
                .extracting(News.Entry::day)
                .isEqualTo(
                        news.all(Locale.ENGLISH).stream().map(News.Entry::day).toList());
        assertThat(visitors.anybody().get("/news").body()).contains("22/11/2026", "Première version");
    }

    @Test
    void videosAndReferentsComeFromTheSettings() {
        HelpSettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "pli.help.videos[0].title", "Envoyer un message",
                        "pli.help.videos[0].address", "https://videos.exemple.fr/1",
                        "pli.help.referents[0].region", "Nouvelle-Aquitaine",
                        "pli.help.referents[0].name", "Jeanne Martin",
                        "pli.help.referents[0].contact", "05 00 00 00 00")))
                .bind("pli.help", HelpSettings.class)
                .get();
        assertThat(settings.videos().getFirst().address()).isEqualTo(URI.create("https://videos.exemple.fr/1"));
        assertThat(settings.referents().getFirst().region()).isEqualTo("Nouvelle-Aquitaine");
        assertThat(visitors.anybody().get("/help").body()).doesNotContain("Tutoriels vidéo", "Référents régionaux");
    }
}
