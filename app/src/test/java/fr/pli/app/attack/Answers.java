package fr.pli.app.attack;

import java.net.http.HttpResponse;
import java.util.Collection;

/** What of an answer may differ from one request to the next although it says the same. */
final class Answers {

    private Answers() {}

    /** Status, kind, place and text of an answer without the ids that were asked for and the token of its forms. */
    static String essence(HttpResponse<String> answer, Collection<String> asked) {
        String text = answer.statusCode() + "\n"
                + answer.headers().firstValue("Content-Type").orElse("") + "\n"
                + answer.headers().firstValue("Location").orElse("").replaceAll("\\?.*", "") + "\n"
                + answer.body()
                        .replaceAll("<meta name=\"csrf\"[^>]*>", "")
                        .replaceAll("\"instance\":\"[^\"]*\"", "")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        for (String id : asked) {
            text = id.length() < 32 ? text : text.replace(id, "…");
        }
        return text;
    }

    static String shortly(String text) {
        String line = text.replaceAll("(?s)<head>.*?<main>", " ").replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
