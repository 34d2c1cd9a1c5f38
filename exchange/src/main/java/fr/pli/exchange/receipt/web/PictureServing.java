package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.preview.Preview;
import fr.pli.exchange.receipt.Previewing;
import fr.pli.exchange.receipt.RightLostException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Serves the picture of one page, the same for pages and programs; HEAD and a prefetch have no effect. */
@Component
class PictureServing {

    private final Previewing previewing;

    PictureServing(Previewing previewing) {
        this.previewing = previewing;
    }

    void serve(
            Person reader, UUID message, UUID file, int page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store, no-transform");
        if (Prefetch.asked(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        Previewing.Looked looked = previewing.at(reader, message, file);
        Preview.Picture picture = previewing.picture(looked, page);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Accel-Buffering", "no");
        response.setContentType(picture.mediaType());
        response.setContentLength(picture.bytes().length);
        if (request.getMethod().equals("GET")) {
            try {
                previewing.handOver(reader, looked, picture, response.getOutputStream());
            } catch (RightLostException lost) {
                throw new CloseNowException(lost);
            }
        }
    }
}
