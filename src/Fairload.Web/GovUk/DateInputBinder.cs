using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Fairload.Web.GovUk;

/// <summary>Reads a date from the three boxes of a date input, or from one value such as <c>?on=2026-11-14</c>.</summary>
internal sealed class DateInputBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var words = bindingContext.HttpContext.RequestServices.GetRequiredService<Catalogue>();
        // The framework looks for a field of the very name, finds only the three boxes, and leaves the name out.
        if (bindingContext.ModelName.Length == 0) bindingContext.ModelName = bindingContext.FieldName;
        var name = bindingContext.ModelName;
        var parts = new[] { "day", "month", "year" }.Select(part => Typed(bindingContext, $"{name}-{part}")).ToList();
        if (parts.All(part => part is null)) return Single(bindingContext, words);

        var typed = parts.Select(part => part?.Trim() ?? "").ToList();
        if (typed.All(part => part.Length == 0)) return Nothing(bindingContext, words, sent: true);

        var numbers = typed.Select(Number).ToList();
        if (IsDate(numbers[0], numbers[1], numbers[2])) return Found(bindingContext, new DateOnly(numbers[2], numbers[1], numbers[0]));

        return Refused(bindingContext, typed.Any(part => part.Length == 0)
            ? words["Enter the whole date: a day, a month and a year"]
            : words["{0} is not a date. Enter it in numbers, for example 27 3 2026", string.Join(' ', typed)]);
    }

    private static Task Single(ModelBindingContext binding, Catalogue words)
    {
        var typed = Typed(binding, binding.ModelName)?.Trim();
        if (string.IsNullOrEmpty(typed)) return Nothing(binding, words, sent: typed is not null);

        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Found(binding, day)
            : Refused(binding, words["{0} is not a date. Write it as year-month-day, for example 2026-03-27", typed]);
    }

    private static string? Typed(ModelBindingContext binding, string name)
    {
        var value = binding.ValueProvider.GetValue(name);
        if (value == ValueProviderResult.None) return null;

        binding.ModelState.SetModelValue(name, value);
        // The box is no property that will be checked later; unchecked it would make the whole form count as wrong.
        if (name != binding.ModelName) binding.ModelState.MarkFieldSkipped(name);
        return value.FirstValue;
    }

    private static int Number(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static bool IsDate(int day, int month, int year) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static Task Found(ModelBindingContext binding, DateOnly day)
    {
        binding.Result = ModelBindingResult.Success(day);
        return Task.CompletedTask;
    }

    // An optional date stays empty; one that must be there says so rather than become 1 January of the year 1.
    private static Task Nothing(ModelBindingContext binding, Catalogue words, bool sent)
    {
        if (binding.ModelType == typeof(DateOnly?)) binding.Result = ModelBindingResult.Success(null);
        else if (sent) return Refused(binding, words["Enter a date: a day, a month and a year"]);

        return Task.CompletedTask;
    }

    private static Task Refused(ModelBindingContext binding, string why)
    {
        binding.ModelState.TryAddModelError(binding.ModelName, why);
        binding.Result = ModelBindingResult.Failed();
        return Task.CompletedTask;
    }
}

internal sealed class DateInputBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(DateOnly) || context.Metadata.ModelType == typeof(DateOnly?) ? new DateInputBinder() : null;
}
