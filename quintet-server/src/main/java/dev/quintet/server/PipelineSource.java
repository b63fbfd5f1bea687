package dev.quintet.server;

import dev.quintet.http.RequestPipeline;

/// Says for each request which way it goes, so that a site can be exchanged under a server that
/// keeps listening. Safe for many threads.
public interface PipelineSource {

    /// {@return the way of a request that has come; waits while another one is being made}
    RequestPipeline enter();

    /// Called once for each {@link #enter}, after the answer was sent.
    void leave(RequestPipeline pipeline);

    /// {@return one way for all requests}
    static PipelineSource always(RequestPipeline pipeline) {
        return new PipelineSource() {
            @Override
            public RequestPipeline enter() {
                return pipeline;
            }

            @Override
            public void leave(RequestPipeline left) {}
        };
    }
}
