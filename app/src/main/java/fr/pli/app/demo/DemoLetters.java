package fr.pli.app.demo;

import static java.util.Objects.requireNonNull;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.message.Threads;
import fr.pli.exchange.message.TimeRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The letters of the demonstration, written and sent by the same roads as everybody's: they leave once analysed. */
@Component
@ConditionalOnProperty("pli.demo")
class DemoLetters {

    private static final int DAYS = 15;

    /** So near its end that its recipient may ask for more time. */
    private static final int SHORT = 2;

    private final Messaging messaging;
    private final DemoFiles files;
    private final Threads threads;
    private final TimeRequests requests;

    DemoLetters(Messaging messaging, DemoFiles files, Threads threads, TimeRequests requests) {
        this.messaging = messaging;
        this.files = files;
        this.threads = threads;
        this.requests = requests;
    }

    void send(Map<Part, Person> people) throws IOException {
        Person clerk = requireNonNull(people.get(Part.CLERK));
        Person magistrat = requireNonNull(people.get(Part.MAGISTRAT));
        Person partner = requireNonNull(people.get(Part.PARTNER));
        Person lawyer = requireNonNull(people.get(Part.LAWYER));

        UUID order = write(clerk, List.of(partner, lawyer), "Pièces du dossier Hartmann", """
                Bonjour,

                Vous trouverez ci-joint l’ordonnance et ses annexes. Merci d’en accuser réception en les téléchargeant.

                Claire Morel, greffe de la 1re chambre""");
        attach(clerk, order, "ordonnance.pdf", DemoPdf.of("Ordonnance (démonstration)"));
        attach(
                clerk,
                order,
                "annexes/bordereau.csv",
                text("cote;pièce;pages\n1;Certificat médical;3\n2;Radiographie;1\n"));
        attach(clerk, order, "annexes/lisez-moi.txt", text("Documents fictifs, sans valeur.\n"));
        messaging.send(clerk, order);

        UUID report = write(partner, List.of(clerk, magistrat), "Compte rendu d’imagerie, dossier Hartmann", """
                Madame la greffière, Monsieur le juge,

                Voici le compte rendu demandé. Les images suivront dans un second envoi.

                Dr Pascal Gauthier""");
        attach(partner, report, "compte-rendu.pdf", DemoPdf.of("Compte rendu (démonstration)"));
        messaging.send(partner, report);

        UUID date = write(magistrat, List.of(lawyer), "Date de la réunion d’expertise", """
                Maître,

                La réunion se tiendra le 15 décembre à 14 h, salle 3.""");
        messaging.send(magistrat, date);
        answer(lawyer, date, magistrat, "Re : Date de la réunion d’expertise");

        UUID images = write(clerk, List.of(partner), "Images de l’examen du 9 mars", """
                Docteur,

                Merci de déposer les images de l’examen en réponse à ce message.

                Claire Morel, greffe de la 1re chambre""", SHORT);
        messaging.send(clerk, images);
        requests.ask(
                partner,
                images,
                "Le service d’imagerie est fermé jusqu’à lundi ; l’extraction des images demande quelques jours.");

        UUID office = messaging.draft(lawyer, Origin.LETTER, Retention.days(DAYS));
        messaging.edit(lawyer, office, List.of(DemoTies.OFFICE), "Constitution dans l’affaire Hartmann", """
                Madame, Monsieur le greffier,
                Je me constitue pour Mme Hartmann. Merci de me communiquer le calendrier.
                Anne Poitou""", DAYS);
        messaging.send(lawyer, office);

        write(clerk, List.of(lawyer), "Convocation à préparer", "À compléter avant l’envoi.");
    }

    /** With a file, in the thread. */
    private void answer(Person author, UUID message, Person to, String subject) throws IOException {
        UUID draft = threads.answer(author, message, subject);
        messaging.edit(author, draft, List.of(to.email()), subject, """
                Monsieur le juge,

                Nous serons présents. Vous trouverez ci-joint la liste des pièces de ma cliente.

                Me Anne Poitou""", DAYS);
        attach(author, draft, "liste-des-pieces.csv", text("cote;pièce\n1;Certificat médical\n"));
        messaging.send(author, draft);
    }

    private UUID write(Person author, List<Person> recipients, String subject, String comment) {
        return write(author, recipients, subject, comment, DAYS);
    }

    private UUID write(Person author, List<Person> recipients, String subject, String comment, int days) {
        UUID draft = messaging.draft(author, Origin.LETTER, Retention.days(days));
        messaging.edit(author, draft, recipients.stream().map(Person::email).toList(), subject, comment, days);
        return draft;
    }

    private void attach(Person author, UUID draft, String path, byte[] bytes) throws IOException {
        files.attach(author, draft, path, bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
