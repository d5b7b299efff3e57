namespace Fairload.App.Imports.Sheets;

/// <summary>Whether a number format shows a date, a per cent or a plain number.</summary>
internal static class NumberFormat
{
    /// <param name="id">Formats below 164 are the same in every workbook.</param>
    /// <param name="own">Formats that the workbook brings, by id.</param>
    public static CellKind Of(int id, IReadOnlyDictionary<int, string> own)
    {
        if (own.TryGetValue(id, out var code)) return Of(code);
        return id switch
        {
            9 or 10 => CellKind.Percent,
            >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => CellKind.Date,
            _ => CellKind.Number,
        };
    }

    /// <summary>A letter of day, month, year or hour outside quotes, brackets and escapes means a date.</summary>
    public static CellKind Of(string code)
    {
        var percent = false;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = End(code, i, '"');
                    break;
                case '[':
                    i = End(code, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case ';':
                    return percent ? CellKind.Percent : CellKind.Number;
                case '%':
                    percent = true;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S':
                    return CellKind.Date;
            }
        }

        return percent ? CellKind.Percent : CellKind.Number;
    }

    private static int End(string code, int from, char mark) => code.IndexOf(mark, from + 1) is >= 0 and var end ? end : code.Length;
}
