package fr.pli.exchange.notification;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.TimeRequest;
import fr.pli.exchange.message.TimeRequests;
import fr.pli.exchange.receipt.Collected;
import fr.pli.exchange.receipt.Receipts;
import fr.pli.exchange.receipt.Uncollected;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails about what happens to a letter after it left, one view each; rights are asked again at each attempt. */
@Configuration(proxyBeanMethods = false)
class LifeMails {

    /** To the sender: these people have it too from now on; the acknowledgement of an addition. */
    @Bean
    MailView addedMail(MessageMail mail) {
        return MessageMail.view(NoticeKind.ADDED, letter -> mail.sentBy(letter).map(about -> {
            Map<String, Object> model = mail.model(about);
            model.put("recipients", mail.people(ids(letter)));
            model.put("at", Instant.parse(letter.refs().getOrDefault("at", "")));
            return model;
        }));
    }

    /** To a recipient: the message lives longer, or shorter. */
    @Bean
    MailView endMovedMail(MessageMail mail) {
        return MessageMail.view(
                NoticeKind.END_MOVED,
                letter -> mail.receivedBy(letter).filter(mail::available).map(about -> {
                    Map<String, Object> model = mail.model(about);
                    Instant before = Instant.parse(letter.refs().getOrDefault("before", ""));
                    model.put("before", before);
                    model.put(
                            "later",
                            Objects.requireNonNull(about.message().endsAt()).isAfter(before));
                    return model;
                }));
    }

    /** To a recipient: the sender waits for them to collect the message. Nothing to say once they have. */
    @Bean
    MailView reminderMail(MessageMail mail, Receipts receipts) {
        return MessageMail.view(NoticeKind.REMINDED, letter -> mail.receivedBy(letter)
                .filter(mail::available)
                .filter(about -> waits(receipts, about.message(), letter))
                .map(about -> mail.missing(
                        about, receipts.missing(about.message().id(), Objects.requireNonNull(letter.reader())))));
    }

    private static boolean waits(Receipts receipts, Message message, Letter letter) {
        return receipts.collected(message).stream()
                .filter(collected -> collected.person().equals(letter.reader()))
                .anyMatch(collected -> !collected.whole());
    }

    /** To the sender: a recipient asks for more time. Nothing to say once that was answered. */
    @Bean
    MailView timeAskedMail(MessageMail mail, TimeRequests requests) {
        return MessageMail.view(NoticeKind.TIME_ASKED, letter -> mail.sentBy(letter)
                .filter(mail::available)
                .flatMap(about -> request(requests, about.message(), letter)
                        .filter(TimeRequest::open)
                        .map(request -> {
                            Map<String, Object> model = mail.model(about);
                            String reader = mail.name(request.person());
                            model.put(
                                    "subjectArguments", List.of(about.message().subject(), reader));
                            model.put("reader", reader);
                            model.put("reason", request.reason());
                            return model;
                        })));
    }

    @Bean
    MailView timeGrantedMail(MessageMail mail) {
        return MessageMail.view(
                NoticeKind.TIME_GRANTED,
                letter -> mail.receivedBy(letter).filter(mail::available).map(mail::model));
    }

    @Bean
    MailView timeDeclinedMail(MessageMail mail, TimeRequests requests) {
        return MessageMail.view(NoticeKind.TIME_DECLINED, letter -> mail.receivedBy(letter)
                .filter(mail::available)
                .flatMap(about -> request(requests, about.message(), letter).map(request -> {
                    Map<String, Object> model = mail.model(about);
                    model.put("word", request.answer());
                    return model;
                })));
    }

    /** To the sender: what had not been collected when the message ended. */
    @Bean
    MailView notCollectedMail(MessageMail mail, Receipts receipts) {
        return MessageMail.view(
                NoticeKind.NOT_COLLECTED, letter -> mail.sentBy(letter).map(about -> {
                    Message message = about.message();
                    Map<String, Object> model = mail.model(about);
                    model.put(
                            "lines",
                            receipts.uncollected(message.id()).stream()
                                    .map(receipt -> new Line(mail.name(receipt.person()), receipt))
                                    .toList());
                    model.put("total", receipts.collected(message).size());
                    model.put(
                            "whole",
                            receipts.collected(message).stream()
                                    .filter(Collected::whole)
                                    .count());
                    return model;
                }));
    }

    private static Optional<TimeRequest> request(TimeRequests requests, Message message, Letter letter) {
        String id = letter.refs().getOrDefault("request", "");
        return requests.of(message.id()).stream()
                .filter(request -> request.id().toString().equals(id))
                .findFirst();
    }

    private static List<UUID> ids(Letter letter) {
        return Arrays.stream(letter.refs().getOrDefault("added", "").split(" "))
                .map(UUID::fromString)
                .toList();
    }

    /** One recipient who had not collected everything. */
    record Line(String name, Uncollected receipt) {}
}
