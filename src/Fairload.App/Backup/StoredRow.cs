using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fairload.App.Backup;

/// <summary>A row as one line of text that is the same whichever engine held it.</summary>
internal static class StoredRow
{
    private const string DayShape = "yyyy-MM-dd";
    private const string InstantShape = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static readonly JsonWriterOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the row on which the reader stands, with its columns in the order in which they were asked for.</summary>
    public static void Write(Utf8JsonWriter json, DbDataReader row, IReadOnlyList<StoredColumn> columns)
    {
        json.WriteStartArray();
        for (var i = 0; i < columns.Count; i++)
        {
            if (row.IsDBNull(i)) json.WriteNullValue();
            else Write(json, row, i, columns[i].Kind);
        }

        json.WriteEndArray();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, int i, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Text: json.WriteStringValue(row.GetString(i)); break;
            case ColumnKind.Identifier: json.WriteStringValue(row.GetFieldValue<Guid>(i)); break;
            case ColumnKind.Day: json.WriteStringValue(Day(row.GetFieldValue<DateOnly>(i))); break;
            case ColumnKind.Instant: json.WriteStringValue(Instant(row, i).ToString(InstantShape, CultureInfo.InvariantCulture)); break;
            case ColumnKind.Amount: json.WriteStringValue(Plain(Amount(row.GetValue(i)))); break;
            case ColumnKind.Whole: json.WriteNumberValue(Convert.ToInt64(row.GetValue(i), CultureInfo.InvariantCulture)); break;
            case ColumnKind.Real: json.WriteNumberValue(row.GetDouble(i)); break;
            case ColumnKind.YesNo: json.WriteBooleanValue(row.GetBoolean(i)); break;
            default: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(i)); break;
        }
    }

    /// <summary>What the value of a line is in the program; refuses by an exception what can not be of that kind.</summary>
    public static object? Read(JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null ? null : kind switch
    {
        ColumnKind.Text => value.GetString(),
        ColumnKind.Identifier => value.GetGuid(),
        ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, DayShape, CultureInfo.InvariantCulture),
        ColumnKind.Instant => DateTime.ParseExact(value.GetString()!, InstantShape, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ColumnKind.Amount => decimal.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture),
        ColumnKind.Whole => value.GetInt64(),
        ColumnKind.Real => value.GetDouble(),
        ColumnKind.YesNo => value.GetBoolean(),
        _ => value.GetBytesFromBase64(),
    };

    private static string Day(DateOnly day) => day.ToString(DayShape, CultureInfo.InvariantCulture);

    private static DateTime Instant(DbDataReader row, int i) => row.GetValue(i) is string text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : row.GetDateTime(i);

    /// <summary>SQLite keeps an amount as text, as a whole number or as a fraction, whichever it looks like.</summary>
    private static decimal Amount(object stored) => stored switch
    {
        decimal amount => amount,
        double real => decimal.Parse(real.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture),
        string text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => Convert.ToDecimal(stored, CultureInfo.InvariantCulture),
    };

    /// <summary>Without the noughts at its end, which the engines keep differently.</summary>
    private static string Plain(decimal amount) =>
        (amount / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
