using System.Globalization;
using System.Text.RegularExpressions;
using Fairload.Core.Imports;

namespace Fairload.App.Imports.Sheets;

/// <summary>The day that a cell means: a date, a serial number, or text with the day before the month. Never the American order.</summary>
internal static partial class WrittenDate
{
    private static readonly string[] Forms =
    [
        "d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd",
        "d-MMM-yyyy", "d-MMM-yy", "d/MMM/yyyy", "d MMM yyyy", "d MMM yy", "d MMMM yyyy", "d MMMM yy", "d-MMMM-yyyy",
    ];

    private static readonly CultureInfo English = WithCentury();

    /// <summary>False where the cell holds something that is no date from 1900 to 2100. Blank cells and errors are not asked
    /// about.</summary>
    public static bool TryRead(CellValue cell, bool begins1904, out DateOnly date)
    {
        var read = cell.Kind switch
        {
            CellKind.Date => OfSerial(cell.Number, begins1904),
            CellKind.Number => OfPlainNumber(cell.Number, begins1904),
            CellKind.Text => OfText(cell.Written),
            _ => null,
        };
        date = read ?? default;
        return read is { Year: >= 1900 and <= 2100 };
    }

    /// <summary>2024 without a date format is a year that somebody typed, not a day in 1905; 20240331 is a date without its
    /// strokes.</summary>
    private static DateOnly? OfPlainNumber(double number, bool begins1904)
    {
        if (number is >= 1900 and <= 2100) return null;
        return number is >= 19000101 and <= 21001231 ? OfText(number.ToString("0", CultureInfo.InvariantCulture))
            : OfSerial(number, begins1904);
    }

    /// <remarks>Excel counts 29 February 1900, which never was, so days before March 1900 are one further on.</remarks>
    private static DateOnly? OfSerial(double serial, bool begins1904)
    {
        if (begins1904) serial += 1462;
        if (serial is < 1 or >= 73_416) return null;
        var day = (int)Math.Floor(serial);
        return day == 60 ? null : new DateOnly(1899, 12, day < 60 ? 31 : 30).AddDays(day);
    }

    private static DateOnly? OfText(string written)
    {
        var text = Written.Clean(written);
        if (text.Length is < 5 or > 60) return null;
        if (text.All(c => char.IsAsciiDigit(c) || c == '.') && text.Length != 8 && text.Count(c => c == '.') < 2)
        {
            return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
                ? OfPlainNumber(serial, false) : null;
        }

        text = TimeOfDay().Replace(text, "");
        text = DayName().Replace(text, "");
        text = Ordinal().Replace(text, "$1");
        text = text.Replace(",", "", StringComparison.Ordinal).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase)
            .Replace("Sept-", "Sep-", StringComparison.OrdinalIgnoreCase);
        return DateOnly.TryParseExact(text.Trim(), Forms, English, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>Two figures for a year mean 1950 to 2049.</summary>
    private static CultureInfo WithCentury()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = 2049 };
        return CultureInfo.ReadOnly(culture);
    }

    [GeneratedRegex(
        @"(?<=[0-9])[ T,]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[+-][0-9]{2}:?[0-9]{2})?$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[ ,]+", RegexOptions.IgnoreCase)]
    private static partial Regex DayName();

    [GeneratedRegex("^([0-9]{1,2})(st|nd|rd|th)(?= )", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
