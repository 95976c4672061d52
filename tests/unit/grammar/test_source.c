/* SPDX-License-Identifier: MIT */
#include "frames.h"

#include "base/file.h"
#include "grammar/geography.h"

#include <stdlib.h>
#include <unistd.h>

/* A folder with one file; the files of a test are gone with it. */
static str folder_with(struct arena *arena, const char *name, const char *text)
{
    struct error error = {.kind = ERROR_NONE};
    char folder[] = "/tmp/ytterby-source-XXXXXX";
    assert_non_null(mkdtemp(folder));
    str path = str_copy(arena, str_from(folder));
    assert_true(file_write(path_join(arena, path, str_from(name)), str_from(text), &error));
    return path;
}

static void remove_folder(struct arena *arena, str folder, const char *name)
{
    unlink(str_c(arena, path_join(arena, folder, str_from(name))));
    rmdir(str_c(arena, folder));
}

static str read_in(struct arena *arena, str folder, const char *data,
                   struct environment *environment)
{
    struct error error = {.kind = ERROR_NONE};
    environment->folder = folder;
    const struct frame *frame =
        source_read(arena, frames_node(arena, data), environment, &error);
    if (frame) {
        return frames_text(arena, frame);
    }
    return str_print(arena, "%.*s:%zu:%zu: %s%s%s", STR_ARG(path_name(error.place.file)),
                     error.place.line, error.place.column, error.message,
                     error.hint[0] ? " / " : "", error.hint);
}

/* What the data say when `text` is the file of that name. */
static str read_file(struct arena *arena, const char *name, const char *text,
                     const char *data)
{
    str folder = folder_with(arena, name, text);
    str read = read_in(arena, folder, data, frames_environment(arena));
    remove_folder(arena, folder, name);
    return read;
}

static str read_data(struct arena *arena, const char *data)
{
    return read_in(arena, S("."), data, frames_environment(arena));
}

static void test_values_have_the_types_of_json(void **state)
{
    assert_str(
        read_data(*state, "values: [{a: 1.5, b: \"1.5\", c: true, d: null}, {a: x}]"),
        "a=1.5 b=1.5 c=true d=null\na=x b=undefined c=undefined d=undefined\n");
    const struct frame *frame = frames_of(*state, "[{a: 1.5, b: \"1.5\"}]");
    assert_int_equal(frame->at[0].at[0].kind, DATUM_NUMBER);
    assert_int_equal(frame->at[1].at[0].kind, DATUM_TEXT);
}

static void test_values_that_are_no_maps_are_a_field(void **state)
{
    assert_str(read_data(*state, "values: [3, 4]"), "data=3\ndata=4\n");
}

static void test_a_csv_file_has_numbers_and_codes(void **state)
{
    assert_str(read_file(*state, "a.csv",
                         "code,n,flag,t\n0101,1,true,x\n840,,false,\"a,b\"\n",
                         "url: a.csv"),
               "code=0101 n=1 flag=true t=x\ncode=840 n=null flag=false t=a,b\n");
}

static void test_separators_are_found_or_told(void **state)
{
    assert_str(read_file(*state, "a.csv", "a;b\n1;2,5\n", "url: a.csv"), "a=1 b=2,5\n");
    assert_str(read_file(*state, "a.tsv", "a\tb\n1\t2\n", "url: a.tsv"), "a=1 b=2\n");
    assert_str(read_file(*state, "a.txt", "a|b\n1|2\n",
                         "{url: a.txt, format: {type: dsv, delimiter: \"|\"}}"),
               "a=1 b=2\n");
    assert_str(read_file(*state, "a.csv", "1,2\n",
                         "{url: a.csv, format: {type: csv, header: [x, y]}}"),
               "x=1 y=2\n");
}

static void test_types_are_as_they_are_told(void **state)
{
    assert_str(read_data(*state, "{values: [{a: \"1\", b: \"false\", c: 2012-03-04, d: "
                                 "04/03/2012, e: 5}], format: {parse: {a: number, b: "
                                 "boolean, c: date, d: \"utc:'%d/%m/%Y'\", e: string}}}"),
               "a=1 b=false c=2012-03-04 d=2012-03-04 e=5\n");
    assert_str(read_file(*state, "a.csv", "a,b\n1,2\n",
                         "{url: a.csv, format: {parse: {a: string}}}"),
               "a=1 b=2\n");
    assert_str(read_data(*state, "{values: [{a: 1}], format: {parse: {a: nubmer}}}"),
               "chart.yaml:1:40: \"nubmer\" is not a type of data / expected number, "
               "boolean, date, string, or \"date:'%d/%m/%Y'\"");
}

static void test_commas_in_numbers_are_warned_about(void **state)
{
    struct environment *environment = frames_environment(*state);
    str folder = folder_with(*state, "a.csv", "n,m\n\"1,234\",5\n\"12,345.5\",6\n7,8\n");
    read_in(*state, folder, "url: a.csv", environment);
    remove_folder(*state, folder, "a.csv");
    assert_int_equal(environment->warnings->count, 1);
    assert_str(environment->warnings->at[0].message,
               "column \"n\" is text, because of the commas in \"1,234\"");
}

static void test_a_ragged_row_is_warned_about(void **state)
{
    struct environment *environment = frames_environment(*state);
    str folder = folder_with(*state, "a.csv", "a,b\n1,2\n3\n4,5,6\n");
    assert_str(read_in(*state, folder, "url: a.csv", environment),
               "a=1 b=2\na=3 b=undefined\na=4 b=5\n");
    remove_folder(*state, folder, "a.csv");
    assert_int_equal(environment->warnings->count, 1);
    assert_int_equal(environment->warnings->at[0].count, 2);
    assert_int_equal(environment->warnings->at[0].place.line, 3);
}

static void test_a_json_file_has_rows_or_a_property_of_them(void **state)
{
    static const char text[] =
        "{\"meta\": {\"rows\": [{\"a\": \"\\u00e9\\n\\ud83d\\ude00\", \"n\": -1.5e3},"
        " {\"n\": NaN}]}}";
    assert_str(
        read_file(*state, "a.json", text, "{url: a.json, format: {property: meta.rows}}"),
        "a=é\n😀 n=\u22121500\na=undefined n=NaN\n");
    assert_str(read_file(*state, "a.json", text, "{url: a.json, format: {property: rows}}"),
               "chart.yaml:1:34: the data have no \"rows\"");
}

static void test_mistakes_in_json_are_told_with_their_place(void **state)
{
    static const struct {
        const char *text, *error;
    } examples[] = {
        {"[1, 2", "a.json:1:6: the JSON ends, expected \",\" or \"]\""},
        {"[{\"a\": }]", "a.json:1:8: \"}\" in the JSON, expected a value"},
        {"[{a: 1}]", "a.json:1:3: \"a\" in the JSON, expected a name in quotes"},
        {"[1] x", "a.json:1:5: \"x\" in the JSON, expected the end of the file"},
        {"[\"abc", "a.json:1:6: the JSON ends, expected the closing quote of a text"},
        {"[\n\"a\\q\"]", "a.json:2:4: \"q\" in the JSON, expected an escape such as \\n"},
        {"", "a.json:1:1: the JSON ends, expected a value"},
    };
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        assert_str(read_file(*state, "a.json", examples[i].text, "url: a.json"),
                   examples[i].error);
    }
    struct buffer deep = {.arena = *state};
    for (int i = 0; i < 100000; i++) {
        buffer_add(&deep, S("["));
    }
    assert_str(
        read_file(*state, "a.json", str_c(*state, buffer_text(&deep)), "url: a.json"),
        "a.json:1:201: \"[\" in the JSON, expected fewer lists within lists");
}

static void test_an_url_is_looked_for_below_the_folder(void **state)
{
    str folder = folder_with(*state, "cars.json", "[{\"a\": 1}]");
    struct environment *environment = frames_environment(*state);
    assert_str(
        read_in(*state, folder, "url: https://x.org/v2/data/cars.json?raw=1", environment),
        "a=1\n");
    assert_str(read_in(*state, folder, "url: data/cars.json", environment), "a=1\n");
    assert_true(str_ends(read_in(*state, folder, "url: other/cars.json", environment),
                         S("/other/cars.json\"")));
    assert_true(
        str_ends(read_in(*state, folder, "url: https://x.org/nothing.csv", environment),
                 S(" / nothing is fetched from the network: put the file below the folder "
                   "of data")));
    remove_folder(*state, folder, "cars.json");
}

static void test_named_data_are_those_of_the_program(void **state)
{
    struct environment *environment = frames_environment(*state);
    *arena_push(*state, &environment->datasets) =
        (struct dataset){.name = S("total"), .frame = frames_of(*state, "[{v: 1}]")};
    assert_str(read_in(*state, S("."), "name: total", environment), "v=1\n");
    assert_str(read_in(*state, S("."), "name: totla", environment),
               "chart.yaml:1:7: there are no data called \"totla\" / did you mean "
               "\"total\"?");
}

static void test_data_are_made(void **state)
{
    assert_str(read_data(*state, "sequence: {start: 1, stop: 2, step: 0.5, as: x}"),
               "x=1\nx=1.5\n");
    assert_str(read_data(*state, "sequence: {start: 1, stop: 2, step: 0}"),
               "chart.yaml:1:11: the sequence has no end, or more than 10000000 numbers");
}

/* --- shapes
 * ------------------------------------------------------------------------------- */

static const struct shape *first_shape(struct arena *arena, const char *data)
{
    struct error error = {.kind = ERROR_NONE};
    const struct frame *frame =
        source_read(arena, frames_node(arena, data), frames_environment(arena), &error);
    if (!frame) {
        fail_msg("%s", error.message);
    }
    const struct shape *const *shapes = geography_rows(arena, frame);
    assert_non_null(shapes);
    return shapes[0];
}

static void test_geojson_is_a_shape(void **state)
{
    const struct shape *shape = first_shape(
        *state, "values: [{type: Feature, properties: {n: 1}, geometry: {type: Polygon, "
                "coordinates: [[[0, 0], [4, 0], [4, 2], [0, 0]]]}}]");
    assert_int_equal(shape->kind, SHAPE_POLYGONS);
    assert_int_equal(shape->ring_count, 1);
    assert_int_equal(shape->rings[0].count, 4);
    assert_true(shape->rings[0].at[2].latitude == 2.0);
    shape =
        first_shape(*state, "values: {type: FeatureCollection, features: [{type: Feature, "
                            "geometry: {type: Point, coordinates: [7, 8]}}, {type: "
                            "Feature, geometry: null}]}");
    assert_int_equal(shape->kind, SHAPE_COLLECTION);
    assert_int_equal(shape->part_count, 1);
    assert_true(shape->parts[0]->rings[0].at[0].longitude == 7.0);
}

/* Two squares side by side; arc 1 is what they share. */
static const char topology[] =
    "values: {type: Topology, transform: {scale: [2, 2], translate: [10, 0]}, "
    "arcs: [[[1, 0], [-1, 0], [0, 1], [1, 0]], [[1, 1], [0, -1]], "
    "[[1, 1], [1, 0], [0, -1], [-1, 0]]], objects: {both: {type: GeometryCollection, "
    "geometries: [{type: Polygon, id: a, properties: {n: 1}, arcs: [[0, 1]]}, "
    "{type: Polygon, id: b, arcs: [[2, -2]]}]}}}\n";

static str topology_data(struct arena *arena, const char *format)
{
    str parts[] = {str_from(topology), S("format: {type: topojson, "), str_from(format),
                   S("}")};
    return str_join(arena, parts, 4, S(""));
}

static void test_features_of_a_topology_are_rows(void **state)
{
    const char *data = str_c(*state, topology_data(*state, "feature: both"));
    assert_str(read_data(*state, data),
               "type=Feature id=a properties={n:1} geometry=[object Object]\n"
               "type=Feature id=b properties={} geometry=[object Object]\n");
    const struct shape *shape = first_shape(*state, data);
    assert_int_equal(shape->rings[0].count, 5);
    assert_true(shape->rings[0].at[0].longitude == 12.0);
    assert_true(shape->rings[0].at[4].longitude == 12.0);
    assert_true(shape->rings[0].at[4].latitude == 0.0);
}

static void test_a_mesh_has_every_border_once(void **state)
{
    const struct shape *all =
        first_shape(*state, str_c(*state, topology_data(*state, "mesh: both")));
    const struct shape *inner = first_shape(
        *state, str_c(*state, topology_data(*state, "mesh: both, filter: interior")));
    const struct shape *outer = first_shape(
        *state, str_c(*state, topology_data(*state, "mesh: both, filter: exterior")));
    assert_int_equal(all->ring_count, 3);
    assert_int_equal(inner->ring_count, 1);
    assert_int_equal(inner->rings[0].count, 2);
    assert_int_equal(outer->ring_count, 2);
}

static void test_an_object_that_is_not_there_is_told(void **state)
{
    assert_str(read_data(*state, str_c(*state, topology_data(*state, "feature: bot"))),
               "chart.yaml:2:35: the topology has no object \"bot\" / did you mean "
               "\"both\"?");
    assert_str(read_data(*state, str_c(*state, topology_data(*state, "filter: interior"))),
               "chart.yaml:2:9: a topojson format has a \"feature\" or a \"mesh\"");
}

static void test_the_world_is_complete(void **state)
{
    str world = read_data(*state, "{url: templates/maps/world.json, "
                                  "format: {type: topojson, feature: countries}}");
    assert_true(
        str_starts(world, S("type=Feature id=242 properties={iso3:FJI,name:Fiji}")));
    str places = read_data(*state, "url: templates/maps/places.csv");
    assert_true(
        str_starts(places, S("m49=004 iso3=AFG iso2=AF name=Afghanistan longitude=66")));
}

static void test_a_graticule_has_the_lines_of_d3(void **state)
{
    const struct shape *lines = first_shape(*state, "graticule: true");
    assert_int_equal(lines->ring_count, 36 + 17);
    assert_int_equal(first_shape(*state, "sphere: true")->kind, SHAPE_SPHERE);
}

static void test_the_middle_of_a_shape(void **state)
{
    struct position at;
    assert_true(geography_centroid(
        first_shape(*state, "values: [{type: Polygon, coordinates: [[[10, -5], [10, 5], "
                            "[20, 5], [20, -5], [10, -5]]]}]"),
        &at));
    assert_float_equal(at.longitude, 15.0, 1e-9);
    assert_float_equal(at.latitude, 0.0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_values_have_the_types_of_json),
        unit_case(test_values_that_are_no_maps_are_a_field),
        unit_case(test_a_csv_file_has_numbers_and_codes),
        unit_case(test_separators_are_found_or_told),
        unit_case(test_types_are_as_they_are_told),
        unit_case(test_commas_in_numbers_are_warned_about),
        unit_case(test_a_ragged_row_is_warned_about),
        unit_case(test_a_json_file_has_rows_or_a_property_of_them),
        unit_case(test_mistakes_in_json_are_told_with_their_place),
        unit_case(test_an_url_is_looked_for_below_the_folder),
        unit_case(test_named_data_are_those_of_the_program),
        unit_case(test_data_are_made),
        unit_case(test_geojson_is_a_shape),
        unit_case(test_features_of_a_topology_are_rows),
        unit_case(test_a_mesh_has_every_border_once),
        unit_case(test_an_object_that_is_not_there_is_told),
        unit_case(test_the_world_is_complete),
        unit_case(test_a_graticule_has_the_lines_of_d3),
        unit_case(test_the_middle_of_a_shape),
    };
    return unit_run(tests);
}
