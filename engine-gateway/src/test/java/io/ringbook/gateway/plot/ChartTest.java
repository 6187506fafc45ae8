// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final double[] RATES = {1_000, 10_000, 100_000};

    @Test
    void chartIsWellFormedAndHasEveryLineMarkAndWord() throws Exception {
        Chart chart =
                new Chart("a < b & \"c\"", Axis.log("rate", Double::toString), latencies())
                        .add(new Series("P50", RATES, new double[] {8_000, 9_000, 50_000}, true))
                        .add(new Series("P99", RATES, new double[] {9e3, 2e4, 9e6}, false))
                        .mark(40_000, "knee");

        Document document = parse(chart.svg());

        assertThat(texts(document))
                .contains("a < b & \"c\"", "rate", "latency", "P50", "P99", "knee");
        NodeList lines = document.getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(2);
        assertThat(((Element) lines.item(0)).getAttribute("points").split(" ", -1)).hasSize(3);
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(3);
    }

    @Test
    void largerValuesLieHigherAndFartherRight() throws Exception {
        Chart chart =
                new Chart("t", Axis.log("x", Double::toString), latencies())
                        .add(new Series("s", RATES, new double[] {1e3, 1e4, 1e5}, false));

        Element line = (Element) parse(chart.svg()).getElementsByTagName("polyline").item(0);

        double[] before = {-1, Double.MAX_VALUE};
        for (String point : line.getAttribute("points").split(" ", -1)) {
            String[] place = point.split(",", -1);
            assertThat(Double.parseDouble(place[0])).isGreaterThan(before[0]);
            assertThat(Double.parseDouble(place[1])).isLessThan(before[1]);
            before = new double[] {Double.parseDouble(place[0]), Double.parseDouble(place[1])};
        }
    }

    @Test
    void percentileAxisGivesEachNineTheSameLength() {
        Axis axis = Axis.percentile("percentile");

        assertThat(axis.place(99) - axis.place(90)).isCloseTo(1, within(1e-9));
        assertThat(axis.place(99.99) - axis.place(99.9)).isCloseTo(1, within(1e-6));
        assertThat(labels(axis, 99.99))
                .containsExactly("0 %", "50 %", "90 %", "99 %", "99.9 %", "99.99 %");
    }

    @Test
    void linearAxisCountsInRoundSteps() {
        Axis axis = Axis.linear("x", value -> String.format("%.0f", value));

        double[] range = axis.range(3, 47);

        assertThat(range).containsExactly(0, 50);
        assertThat(labels(axis, range[1])).containsExactly("0", "10", "20", "30", "40", "50");
    }

    @Test
    void logAxisNamesDecadesOnlyWhenThereAreMany() {
        Axis axis = Axis.log("x", value -> String.format("%.0f", value));

        assertThat(axis.range(20, 3_000)).containsExactly(10, 10_000);
        assertThat(axis.ticks(1, 100_000).stream().map(Axis.Tick::label).filter(l -> !l.isEmpty()))
                .containsExactly("1", "10", "100", "1000", "10000", "100000");
        assertThat(axis.ticks(1, 10).stream().map(Axis.Tick::label).filter(l -> !l.isEmpty()))
                .containsExactly("1", "2", "5", "10");
    }

    @Test
    void chartWithoutAValueIsRefused() {
        Chart chart = new Chart("empty", latencies(), latencies());

        assertThatThrownBy(chart::svg).isInstanceOf(IllegalStateException.class);
    }

    private static Axis latencies() {
        return Axis.log("latency", value -> value + " ns");
    }

    private static List<String> labels(Axis axis, double to) {
        return axis.ticks(0, to).stream().map(Axis.Tick::label).toList();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document document) {
        NodeList texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }
}
