namespace Fairload.Core.Surveys.Forms;

/// <summary>What a row of the survey sheet is.</summary>
internal enum RowKind { Scale, OneOf, AnyOf, Number, Range, Text, Note, Begin, End, BeginRepeat, EndRepeat, Identifies, LeftOut, Unknown }

/// <summary>The type of a row, and the list of answers that it names.</summary>
internal sealed record FormType(RowKind Kind, string Word, string List, bool IsOrOther)
{
    private static readonly (string Written, string Word)[] Apart =
    [
        ("begin group", "begin_group"), ("end group", "end_group"), ("begin repeat", "begin_repeat"), ("end repeat", "end_repeat"),
        ("select one from file", "select_one_from_file"), ("select one", "select_one"), ("select multiple", "select_multiple"),
        ("phone number", "phonenumber"), ("or other", "or_other"), ("begin loop", "begin_repeat"), ("end loop", "end_repeat"),
    ];

    /// <summary>Rows that a telephone fills in by itself, by which somebody would be known.</summary>
    private static readonly HashSet<string> Identifying =
    [
        "start", "end", "today", "deviceid", "username", "phonenumber", "email", "subscriberid", "simserial", "audit", "start-geopoint",
        "background-audio", "background-geopoint", "imei", "uri:deviceid", "geopoint", "geotrace", "geoshape", "image", "photo", "audio",
        "video", "file", "barcode",
    ];

    private static readonly HashSet<string> NotHeld =
    [
        "decimal", "date", "time", "datetime", "calculate", "hidden", "acknowledge", "trigger", "rank", "xml-external", "csv-external",
        "select_one_from_file", "select_multiple_from_file", "select_one_external", "osm",
    ];

    public static FormType Of(string cell)
    {
        var text = string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var (written, word) in Apart)
            text = text.Replace(written, word, StringComparison.OrdinalIgnoreCase);
        var words = text.Split(' ');
        var first = words[0].ToLowerInvariant();
        return new(KindOf(first), first, words.ElementAtOrDefault(1) ?? "", words.Contains("or_other"));
    }

    private static RowKind KindOf(string word) => word switch
    {
        "select_one" => RowKind.OneOf,
        "select_multiple" => RowKind.AnyOf,
        "integer" or "int" => RowKind.Number,
        "range" => RowKind.Range,
        "text" or "string" => RowKind.Text,
        "note" => RowKind.Note,
        "begin_group" => RowKind.Begin,
        "end_group" => RowKind.End,
        "begin_repeat" => RowKind.BeginRepeat,
        "end_repeat" => RowKind.EndRepeat,
        _ when Identifying.Contains(word) => RowKind.Identifies,
        _ when NotHeld.Contains(word) => RowKind.LeftOut,
        _ => RowKind.Unknown,
    };
}
