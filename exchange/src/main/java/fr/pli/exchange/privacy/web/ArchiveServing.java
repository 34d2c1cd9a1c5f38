package fr.pli.exchange.privacy.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.privacy.PersonalArchive;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** The archive of a person's data as an answer, the same for pages and programs. */
final class ArchiveServing {

    private ArchiveServing() {}

    static void send(PersonalArchive archive, Person by, UUID person, HttpServletResponse response) throws IOException {
        archive.begin(by, person);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"pli-" + person + ".zip\"");
        response.setHeader("Cache-Control", "no-store");
        archive.write(person, response.getOutputStream());
    }
}
