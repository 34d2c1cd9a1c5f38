package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.preview.Preview;
import fr.pli.exchange.receipt.Previewing;
import fr.pli.exchange.receipt.Readings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Previews for programs: what a page says, and its picture (U-10, P-1). */
@RestController
@RequestMapping("/api/v1/messages/{message}/files/{file}/preview")
class PreviewApi {

    private final Previewing previewing;
    private final Readings readings;
    private final PictureServing pictures;

    PreviewApi(Previewing previewing, Readings readings, PictureServing pictures) {
        this.previewing = previewing;
        this.readings = readings;
        this.pictures = pictures;
    }

    /** One page: counts as seen and as « aperçu », not as downloaded. */
    @GetMapping
    Shown page(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        Previewing.Looked looked = previewing.at(reader, message, file);
        if (request.getMethod().equals("HEAD")) {
            return new Shown(1, page, "", false, null);
        }
        Preview preview = previewing.page(reader, looked, page);
        readings.open(reader, message);
        return Shown.of(preview);
    }

    /** The picture of one page of a PDF or an image, as PNG or JPEG. */
    @RequestMapping(path = "/{page:\\d{1,6}}", method = RequestMethod.GET)
    void picture(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @PathVariable UUID file,
            @PathVariable int page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        pictures.serve(reader, message, file, page, request, response);
    }

    /**
     * A page.
     *
     * @param pages of the file
     * @param text of this page
     * @param cut whether the text goes on beyond
     * @param mediaType of its picture; null for a text
     */
    record Shown(
            int pages,
            int page,
            String text,
            boolean cut,
            @Nullable String mediaType) {

        static Shown of(Preview preview) {
            Preview.Picture picture = preview.picture();
            return new Shown(
                    preview.pages(),
                    preview.page(),
                    preview.text(),
                    preview.cut(),
                    picture == null ? null : picture.mediaType());
        }
    }
}
